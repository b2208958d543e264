package com.faultmaven.sessions.events;

import com.faultmaven.messaging.KeptMembers;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What remains of the events of sessions whose user's data is deleted. */
@Component
class KeptMembersOfSessions implements KeptMembers {

  @Override
  public Set<String> names() {
    return Set.of("created_at", "expires_at", "last_activity_at", "expired_at", "terminated_at");
  }

  /** What cases call a session or a reason may be anything. */
  @Override
  public Map<String, Pattern> forms() {
    return Map.of(
        "session_id", Pattern.compile("session_[0-9a-f]{32}"),
        "reason", Pattern.compile("idle|age|requested|limit|user_deleted"));
  }
}
