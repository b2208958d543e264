package com.faultmaven.bench.data;

import java.util.SplittableRandom;

/** Which case each message of a load is about. */
public final class Cases {

  /** The last one is only read, and the others are written by some loads each. */
  static final int POOLS = 5;

  private final DataSet data;
  private final CaseStates states;
  private final int pool;
  private final int connections;
  private final int ownersLeftOut;
  private final SplittableRandom random;

  private Cases(
      DataSet data, CaseStates states, int pool, int connections, int ownersLeftOut, long seed) {
    this.data = data;
    this.states = states;
    this.pool = pool;
    this.connections = connections;
    this.ownersLeftOut = ownersLeftOut;
    this.random = new SplittableRandom(seed);
  }

  /** Any. */
  public static Cases toRead(DataSet data, long seed) {
    return toRead(data, 0, seed);
  }

  static Cases toRead(DataSet data, int ownersLeftOut, long seed) {
    return new Cases(data, CaseStates.NONE, -1, 1, ownersLeftOut, seed);
  }

  /**
   * Those of a pool, of which each connection has some for itself.
   *
   * @param pool from 0 to 3, of which 1 and 3 are for changes of status
   * @param states of the cases of that pool
   */
  public static Cases toWrite(
      DataSet data, CaseStates states, int pool, int connections, long seed) {
    return new Cases(data, states, pool, connections, 0, seed);
  }

  public Chosen next(int connection) {
    int number = any();
    while (data.rankOfOwner(number) < ownersLeftOut) {
      number = any();
    }
    if (pool >= 0) {
      int size = data.cases() / POOLS;
      int share = Math.max(1, size / connections);
      number = 1 + pool + POOLS * ((connection + connections * random.nextInt(share)) % size);
    }
    return new Numbered(number);
  }

  private int any() {
    return 1 + random.nextInt(data.cases());
  }

  private final class Numbered implements Chosen {

    private final int number;

    private Numbered(int number) {
      this.number = number;
    }

    @Override
    public String id() {
      return DataSet.id(number);
    }

    @Override
    public String owner() {
      return data.owner(number);
    }

    @Override
    public String word() {
      return Texts.rare(random);
    }

    @Override
    public String newWord() {
      return "n" + Long.toString(random.nextLong() >>> 1, 36);
    }

    @Override
    public long[] counters() {
      return states.of(number);
    }

    @Override
    public void add(long[] increments) {
      states.add(number, increments);
    }

    @Override
    public SplittableRandom random() {
      return random;
    }

    @Override
    public boolean resolvesNext() {
      return states.toggle(number);
    }
  }
}
