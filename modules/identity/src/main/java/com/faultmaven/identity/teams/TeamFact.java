package com.faultmaven.identity.teams;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Instant;

/** Something that became true of a team, published in the transaction that makes it so. */
public sealed interface TeamFact {

  TeamId team();

  OrganizationId organization();

  /** Counts up with every fact of the team. */
  long fact();

  Instant at();

  /** It was created. */
  record TeamCreated(
      TeamId team, OrganizationId organization, String name, UserId by, long fact, Instant at)
      implements TeamFact {}

  /** It was deleted. */
  record TeamDeleted(TeamId team, OrganizationId organization, long fact, Instant at)
      implements TeamFact {}
}
