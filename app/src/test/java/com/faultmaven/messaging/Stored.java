package com.faultmaven.messaging;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts publications into the registry as a crash or a deployment may have left them. */
@Component
public class Stored {

  private final JdbcClient jdbc;

  Stored(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A case was opened with that title. */
  public static String caseCreated(UUID eventId, String title) {
    return """
    {"event_id":"%s","event_type":"case.created","schema_version":"2.0.0",
     "timestamp":"2026-03-14T12:00:00Z","correlation_id":"test-correlation",
     "aggregate_id":"case_0123456789ab","aggregate_type":"case","aggregate_version":1,
     "payload":{"case_id":"case_0123456789ab","user_id":"ada","organization_id":"default",
       "title":"%s","status":"consulting","severity":"medium","category":"other","tags":[],
       "session_id":null,"created_at":"2026-03-14T12:00:00Z"}}"""
        .formatted(eventId, title);
  }

  /** A failed publication for {@link Recorder}, five minutes old. */
  public UUID failed(String title) {
    UUID eventId = UUID.randomUUID();
    failed(Recorder.LISTENER, CaseCreatedV2.class.getName(), caseCreated(eventId, title));
    return eventId;
  }

  /** A failed publication, five minutes old. */
  public UUID failed(String listener, String eventClass, String content) {
    return put(listener, eventClass, content, "FAILED", 1, "-5 minutes", "-5 minutes");
  }

  /** A publication; the times are intervals from now. */
  public UUID put(
      String listener,
      String eventClass,
      String content,
      String status,
      int attempts,
      String published,
      String lastAttempt) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into events.event_publication (id, listener_id, event_type, serialized_event,
              status, completion_attempts, publication_date, last_resubmission_date)
            values (?, ?, ?, ?, ?, ?, now() + ?::interval, now() + ?::interval)
            """)
        .params(id, listener, eventClass, content, status, attempts, published, lastAttempt)
        .update();
    return id;
  }

  /** Whether a publication is in the registry. */
  public boolean has(UUID id) {
    return jdbc.sql("select count(*) from events.event_publication where id = ?")
            .param(id)
            .query(Integer.class)
            .single()
        == 1;
  }

  /** How many publications there are that mention the text. */
  public int mentioning(Object text) {
    return jdbc.sql("select count(*) from events.event_publication where serialized_event like ?")
        .param("%" + text + "%")
        .query(Integer.class)
        .single();
  }

  /** Why an event was parked, or nothing yet. */
  public String reasonFor(String content) {
    return jdbc.sql("select reason from events.event_dead_letter where content = ?")
        .param(content)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
