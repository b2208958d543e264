package com.faultmaven.identity.events;

import com.faultmaven.messaging.KeptMembers;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What remains of the events of a user whose data is deleted: no member of them names anybody. */
@Component
class KeptMembersOfIdentity implements KeptMembers {

  @Override
  public Set<String> names() {
    return Set.of(
        "organization_id",
        "team_id",
        "plan_tier",
        "roles",
        "is_service",
        "is_active",
        "changed",
        "scope",
        "assigned_by",
        "removed_by",
        "created_at",
        "updated_at",
        "deleted_at",
        "assigned_at",
        "removed_at");
  }

  /** Elsewhere a role or a reason may be anything. */
  @Override
  public Map<String, Pattern> forms() {
    Pattern role = Pattern.compile("user|admin|operator|service|owner|member|viewer|lead");
    return Map.of(
        "scope_id",
        Pattern.compile("(org|team)_[0-9a-f]{16}"),
        "role",
        role,
        "previous_role",
        role,
        "reason",
        Pattern.compile("removed|left|user_deleted|organization_deleted|team_deleted"));
  }
}
