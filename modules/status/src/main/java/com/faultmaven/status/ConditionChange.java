package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;

/**
 * A service is not as was told last.
 *
 * @param number of this fact among those of the service
 */
public record ConditionChange(
    ServiceId service,
    OrganizationId organization,
    String name,
    Condition from,
    Condition to,
    long number) {}
