package com.faultmaven.identity.organizations;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about an organization.
 *
 * @param name null to leave it
 * @param description makes the new one of the old
 * @param plan null to leave it
 * @param maxMembers makes the new number of the old one and of what the plan brings, if it changes
 * @param settings makes the new ones of the old
 */
public record OrganizationEdit(
    @Nullable String name,
    UnaryOperator<@Nullable String> description,
    @Nullable PlanTier plan,
    UnaryOperator<@Nullable Integer> maxMembers,
    UnaryOperator<Settings> settings) {

  Organization applyTo(Organization before) {
    PlanTier after = plan == null ? before.plan() : plan;
    Integer brought = after == before.plan() ? before.maxMembers() : after.members();
    return new Organization(
        before.id(),
        before.version(),
        before.slug(),
        Objects.requireNonNullElse(name, before.name()),
        description.apply(before.description()),
        after,
        maxMembers.apply(brought),
        before.members(),
        settings.apply(before.settings()),
        before.createdAt(),
        before.updatedAt());
  }
}
