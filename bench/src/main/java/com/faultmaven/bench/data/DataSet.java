package com.faultmaven.bench.data;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Cases that are numbered from 1 on. Everything about one follows from its number, so that the same
 * data is made each time, in any order.
 */
public final class DataSet {

  private static final int CASES_PER_USER = 20;
  private static final int FEWEST_USERS = 50;
  private static final int MOST_MESSAGES = 200;
  // so that a case has ten messages on average
  private static final double STEEPNESS = 0.65;

  private final int cases;
  private final Zipf users;

  public DataSet(int cases) {
    this.cases = cases;
    users = new Zipf(Math.max(FEWEST_USERS, cases / CASES_PER_USER));
  }

  public int cases() {
    return cases;
  }

  /** Any cases, without those of the owners who have most. */
  public Cases toRead(int ownersLeftOut, long seed) {
    return Cases.toRead(this, ownersLeftOut, seed);
  }

  /** How many owners have more cases than anybody in another, smaller set. */
  public int ownersWithMoreThanAnyIn(DataSet other) {
    double mostHere = cases * users.partOfFirst();
    double mostThere = other.cases * other.users.partOfFirst();
    return (int) (mostHere / mostThere);
  }

  public static String id(int number) {
    return String.format(Locale.ROOT, "case_%012x", number);
  }

  /** Few users have many cases. */
  public String owner(int number) {
    return "user-" + rankOfOwner(number);
  }

  /** From 0: who has most. */
  int rankOfOwner(int number) {
    return users.at(random(number, 1).nextDouble());
  }

  /** Few cases have many messages; each has one at least. */
  int messages(int number) {
    double uniform = random(number, 2).nextDouble();
    double least = Math.pow(MOST_MESSAGES + 1.0, -STEEPNESS);
    return (int) Math.pow(least + (1 - uniform) * (1 - least), -1 / STEEPNESS);
  }

  /** For one aspect of a case. */
  static SplittableRandom random(int number, int aspect) {
    return new SplittableRandom(31L * number + 1_000_003L * aspect);
  }
}
