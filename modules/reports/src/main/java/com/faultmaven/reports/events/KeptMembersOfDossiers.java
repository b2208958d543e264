package com.faultmaven.reports.events;

import com.faultmaven.messaging.KeptMembers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What remains of what was told of the reports of a case whose owner's data is deleted. */
@Component
class KeptMembersOfDossiers implements KeptMembers {

  @Override
  public Set<String> names() {
    return Set.of(
        "report_id",
        "match_id",
        "source_case_id",
        "linked_at",
        "unlinked_at",
        "proposed_at",
        "settled_at",
        "merged_at",
        "unmerged_at");
  }
}
