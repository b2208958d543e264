package com.faultmaven.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Keeps how many messages a case has and when the last one came. Turn numbers count without gaps,
 * so the highest one heard of is the count: hearing of them twice or in any order ends the same.
 */
@Service
public class ConversationPulse {

  private final JdbcClient jdbc;

  ConversationPulse(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes note of a message; of one that is not news nothing changes. */
  public void heard(CaseId id, int turnNumber, Instant at) {
    jdbc.sql(
            """
            update cases.cases set message_count = ?, last_message_at = ?
            where case_id = ? and message_count < ?
            """)
        .params(turnNumber, at.atOffset(ZoneOffset.UTC), id.value(), turnNumber)
        .update();
  }
}
