package com.faultmaven.escalations.events;

import com.faultmaven.messaging.KeptMembers;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What remains of the events of letters about cases whose owner's data is deleted. */
@Component
class KeptMembersOfEscalations implements KeptMembers {

  @Override
  public Set<String> names() {
    return Set.of(
        "case_id",
        "escalation_id",
        "delivery_ids",
        "delivery_id",
        "signal_id",
        "sent",
        "failed",
        "suppressed",
        "attempts",
        "requested_at",
        "completed_at",
        "changed_at",
        "recorded_at");
  }

  /** What others call a kind or a provider may be anything. */
  @Override
  public Map<String, Pattern> forms() {
    return Map.of(
        "kind", Pattern.compile("acknowledged|fixed|misrouted|no_response|other"),
        "provider", Pattern.compile("smtp|outbox"));
  }
}
