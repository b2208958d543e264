package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization as it is stored.
 *
 * @param slug names it in addresses
 * @param maxMembers how many members it may have; null for any number
 */
public record Organization(
    OrganizationId id,
    EntityVersion version,
    String slug,
    String name,
    @Nullable String description,
    PlanTier plan,
    @Nullable Integer maxMembers,
    int members,
    Settings settings,
    Instant createdAt,
    Instant updatedAt) {

  boolean isFull() {
    return maxMembers != null && members >= maxMembers;
  }
}
