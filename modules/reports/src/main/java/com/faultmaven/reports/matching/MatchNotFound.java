package com.faultmaven.reports.matching;

import com.faultmaven.kernel.Refusal;

/** The case has no such match. */
public final class MatchNotFound extends Refusal {

  private MatchNotFound(String id) {
    super(MatchProblem.MATCH_NOT_FOUND, "The case has no match " + id + ".");
  }

  static MatchNotFound named(String sent) {
    return new MatchNotFound(shown(sent));
  }
}
