package com.faultmaven.messages.events;

import com.faultmaven.messaging.KeptMembers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What remains of the events of messages in a case whose owner's data is deleted. */
@Component
class KeptMembersOfMessages implements KeptMembers {

  @Override
  public Set<String> names() {
    return Set.of("case_id", "message_id", "turn_number", "role", "created_at");
  }
}
