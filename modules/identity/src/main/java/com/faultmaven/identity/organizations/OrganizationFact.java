package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.List;

/** Something that became true of an organization, published in the transaction that makes it so. */
public sealed interface OrganizationFact {

  OrganizationId organization();

  /** Counts up with every fact of the organization. */
  long fact();

  Instant at();

  /** It was created. */
  record OrganizationCreated(
      OrganizationId organization,
      String name,
      String slug,
      PlanTier plan,
      UserId owner,
      long fact,
      Instant at)
      implements OrganizationFact {}

  /**
   * It was changed.
   *
   * @param changed the names of what changed
   */
  record OrganizationUpdated(
      OrganizationId organization, List<String> changed, long fact, Instant at)
      implements OrganizationFact {}

  /** It was deleted. */
  record OrganizationDeleted(OrganizationId organization, long fact, Instant at)
      implements OrganizationFact {}
}
