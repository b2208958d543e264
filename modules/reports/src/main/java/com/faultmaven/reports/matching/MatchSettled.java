package com.faultmaven.reports.matching;

import com.faultmaven.kernel.Refusal;
import java.util.Map;

/** It was decided before. */
public final class MatchSettled extends Refusal {

  private MatchSettled(MatchId id, MatchState state) {
    super(
        MatchProblem.MATCH_SETTLED,
        "The match " + id + " is " + state.word() + ".",
        Map.of("state", state.word()));
  }

  static MatchSettled as(MatchId id, MatchState state) {
    return new MatchSettled(id, state);
  }
}
