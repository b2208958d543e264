package com.faultmaven.reports.matching;

import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something happened to a match; published within the transaction that did it. */
public sealed interface MatchFact {

  ClaimedCase claimed();

  Match match();

  Instant at();

  /** The number of the fact in the case. */
  long number();

  /** A report seems to belong to a case. */
  record Proposed(ClaimedCase claimed, Match match, Instant at, long number) implements MatchFact {}

  /**
   * It was decided, or there was nothing to decide any more.
   *
   * @param by null for the latter
   */
  record Settled(ClaimedCase claimed, Match match, @Nullable UserId by, Instant at, long number)
      implements MatchFact {}
}
