package com.faultmaven.identity.organizations;

import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.kernel.OrganizationId;
import java.time.Instant;

/** A user in an organization. */
public record Member(
    Person person, OrganizationId organization, OrganizationRole role, Instant joinedAt)
    implements Joined {}
