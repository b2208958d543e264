package com.faultmaven.cases;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;

/**
 * A case nobody else changes until the transaction ends.
 *
 * @param version of the case as clients see it
 */
public record LockedCase(
    CaseId id, UserId owner, OrganizationId organization, EntityVersion version) {}
