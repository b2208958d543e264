package com.faultmaven.identity.organizations;

import org.jspecify.annotations.Nullable;

/** An organization to create. */
public record NewOrganization(
    String name, String slug, @Nullable String description, PlanTier plan) {}
