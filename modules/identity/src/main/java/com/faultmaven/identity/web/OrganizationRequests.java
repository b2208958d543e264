package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.model.AddMemberRequest;
import com.faultmaven.contracts.identity.v1.model.CreateOrganizationRequest;
import com.faultmaven.contracts.identity.v1.model.UpdateOrganizationRequest;
import com.faultmaven.identity.organizations.NewOrganization;
import com.faultmaven.identity.organizations.OrganizationEdit;
import com.faultmaven.identity.organizations.PlanTier;
import com.faultmaven.identity.organizations.Settings;
import com.faultmaven.identity.organizations.Wanted;
import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.Text;
import com.faultmaven.kernel.UserId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads what clients send about organizations and members. */
final class OrganizationRequests {

  private OrganizationRequests() {}

  static NewOrganization organization(CreateOrganizationRequest request) {
    com.faultmaven.contracts.identity.v1.model.PlanTier plan = request.getPlanTier().orElse(null);
    return new NewOrganization(
        Text.trim(request.getName()),
        request.getSlug(),
        request.getDescription().orElse(null),
        plan == null ? PlanTier.FREE : plan(plan));
  }

  /** Null takes the description away, empties the settings, and lets any number be members. */
  static OrganizationEdit edit(UpdateOrganizationRequest request) {
    JsonNullable<Map<String, Object>> settings = request.getSettings();
    String name = request.getName();
    return new OrganizationEdit(
        name == null ? null : Text.trim(name),
        before -> request.getDescription().isPresent() ? request.getDescription().get() : before,
        request.getPlanTier() == null ? null : plan(request.getPlanTier()),
        before -> request.getMaxMembers().isPresent() ? request.getMaxMembers().get() : before,
        before ->
            !settings.isPresent()
                ? before
                : settings.get() == null ? Settings.NONE : merged(before, settings.get()));
  }

  /** By exactly one of the two names that a user has. */
  static Wanted wanted(AddMemberRequest request) {
    String id = request.getUserId().orElse(null);
    String username = request.getUsername().orElse(null);
    if (id == null && username == null) {
      throw InvalidRequest.body("/user_id", "required", "Give user_id or username.");
    }
    if (id != null && username != null) {
      throw InvalidRequest.body(
          "/username", "not_allowed", "Give either user_id or username, not both.");
    }
    return id != null
        ? new Wanted.ById(userId(id))
        : new Wanted.ByName(Text.trim(String.valueOf(username)).toLowerCase(Locale.ROOT));
  }

  static OrganizationRole role(
      com.faultmaven.contracts.identity.v1.model.@Nullable OrganizationRole role) {
    return role == null ? OrganizationRole.MEMBER : OrganizationRole.valueOf(role.name());
  }

  static UserId userId(String sent) {
    if (!Name.isValid(sent)) {
      throw InvalidRequest.body("/user_id", "invalid_format", "A user_id " + Name.RULE + ".");
    }
    return new UserId(sent);
  }

  private static PlanTier plan(com.faultmaven.contracts.identity.v1.model.PlanTier plan) {
    return PlanTier.valueOf(plan.name());
  }

  @SuppressWarnings(
      "NullAway") // the generator does not say that members of free-form JSON can be null
  private static Settings merged(Settings before, Map<String, Object> patch) {
    return before.merge(patch);
  }
}
