package com.faultmaven.identity.teams;

import com.faultmaven.kernel.Refusal;

/** The organization has a team of this name, or of one that differs by upper and lower case. */
final class NameTaken extends Refusal {

  NameTaken() {
    super(TeamProblem.NAME_TAKEN, "The organization has a team of this name.");
  }
}
