package com.faultmaven.cases;

import com.faultmaven.edge.EntityVersion;
import com.faultmaven.edge.OrganizationId;
import com.faultmaven.edge.UserId;

/**
 * A case nobody else changes until the transaction ends.
 *
 * @param version of the case as clients see it
 */
public record LockedCase(
    CaseId id, UserId owner, OrganizationId organization, EntityVersion version) {}
