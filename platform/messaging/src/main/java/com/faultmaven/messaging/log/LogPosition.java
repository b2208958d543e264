package com.faultmaven.messaging.log;

import java.util.Comparator;

/**
 * A place in the log: behind one event, before the next.
 *
 * @param horizon the transactions that have to end before the event can be read: all up to this one
 * @param seq orders events of the same horizon
 */
public record LogPosition(long horizon, long seq) implements Comparable<LogPosition> {

  /** Before the first event there ever was. */
  public static final LogPosition START = new LogPosition(0, 0);

  /** After every event there will ever be. */
  static final LogPosition END = new LogPosition(Long.MAX_VALUE, Long.MAX_VALUE);

  private static final Comparator<LogPosition> ORDER =
      Comparator.comparingLong(LogPosition::horizon).thenComparingLong(LogPosition::seq);

  public boolean isBefore(LogPosition other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(LogPosition other) {
    return ORDER.compare(this, other);
  }
}
