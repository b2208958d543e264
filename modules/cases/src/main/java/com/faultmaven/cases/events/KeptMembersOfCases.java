package com.faultmaven.cases.events;

import com.faultmaven.messaging.KeptMembers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What remains of the events of a case whose owner's data is deleted. */
@Component
class KeptMembersOfCases implements KeptMembers {

  @Override
  public Set<String> names() {
    return Set.of(
        "case_id",
        "organization_id",
        "status",
        "from_status",
        "to_status",
        "severity",
        "category",
        "changed_by",
        "created_at",
        "updated_at",
        "changed_at",
        "closed_at",
        "deleted_at",
        "archived_at");
  }
}
