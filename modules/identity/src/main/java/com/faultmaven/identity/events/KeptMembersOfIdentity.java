package com.faultmaven.identity.events;

import com.faultmaven.messaging.KeptMembers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What remains of the events of a user whose data is deleted: no member of them names anybody. */
@Component
class KeptMembersOfIdentity implements KeptMembers {

  @Override
  public Set<String> names() {
    return Set.of(
        "roles", "is_service", "is_active", "changed", "created_at", "updated_at", "deleted_at");
  }
}
