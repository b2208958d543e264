package com.faultmaven.web.lifecycle;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A kind of call that is counted.
 *
 * @param day in UTC
 */
record Call(LocalDate day, String version, String endpoint, String clientId)
    implements Comparable<Call> {

  /** Everybody stores in this order, so that no two wait for each other. */
  private static final Comparator<Call> ORDER =
      Comparator.comparing(Call::day)
          .thenComparing(Call::version)
          .thenComparing(Call::endpoint)
          .thenComparing(Call::clientId);

  @Override
  public int compareTo(Call other) {
    return ORDER.compare(this, other);
  }
}
