package com.faultmaven.bench.load;

/** When messages are due. */
sealed interface Pace {

  boolean isDue(long now);

  /** When the next message was due, which is then taken. */
  long takeDue(long now);

  long millisToWait(long now);

  /** Gives up what nobody waits for any more; says how many messages that are. */
  long dropLate(long now);

  void stop();

  /** Whenever a connection is free. */
  final class Unbounded implements Pace {

    private boolean stopped;

    @Override
    public boolean isDue(long now) {
      return !stopped;
    }

    @Override
    public long takeDue(long now) {
      return now;
    }

    @Override
    public long millisToWait(long now) {
      return 100;
    }

    @Override
    public long dropLate(long now) {
      return 0;
    }

    @Override
    public void stop() {
      stopped = true;
    }
  }

  /** So many a second, evenly. */
  final class Fixed implements Pace {

    private static final long PATIENCE = 1_000_000_000;

    private final double nanosBetween;
    private final long start;
    private long taken;
    private boolean stopped;

    Fixed(double perSecond, long start) {
      this.nanosBetween = 1e9 / perSecond;
      this.start = start;
    }

    private long due() {
      return start + (long) (taken * nanosBetween);
    }

    @Override
    public boolean isDue(long now) {
      return !stopped && due() <= now;
    }

    @Override
    public long takeDue(long now) {
      long due = due();
      taken++;
      return due;
    }

    @Override
    public long millisToWait(long now) {
      return Math.clamp((due() - now) / 1_000_000, 1, 100);
    }

    @Override
    public long dropLate(long now) {
      long late = (long) ((now - PATIENCE - start) / nanosBetween) - taken;
      taken += Math.max(0, late);
      return Math.max(0, late);
    }

    @Override
    public void stop() {
      stopped = true;
    }
  }
}
