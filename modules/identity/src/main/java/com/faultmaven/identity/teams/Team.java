package com.faultmaven.identity.teams;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A team as it is stored. */
public record Team(
    TeamId id,
    OrganizationId organization,
    EntityVersion version,
    String name,
    @Nullable String description,
    int members,
    Instant createdAt,
    Instant updatedAt) {}
