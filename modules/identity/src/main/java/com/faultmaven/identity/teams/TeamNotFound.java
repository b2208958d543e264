package com.faultmaven.identity.teams;

import com.faultmaven.kernel.Refusal;

/** There is no such team, or none that the caller can see: they look the same. */
public final class TeamNotFound extends Refusal {

  private TeamNotFound(String detail) {
    super(TeamProblem.TEAM_NOT_FOUND, detail);
  }

  static TeamNotFound of(TeamId id) {
    return new TeamNotFound("There is no team " + shown(id.value()) + " that you can see.");
  }
}
