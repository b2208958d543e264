package com.faultmaven.messaging.log;

import com.faultmaven.testing.TestDatabase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts rows into the log as older versions, or a mistake, may have left them. */
public final class LoggedRows {

  private LoggedRows() {}

  /** A row about a case; its id is the correlation id too. */
  public static UUID append(String caseId, String type, String version, String payload) {
    UUID event = UUID.randomUUID();
    append(event, caseId, type, version, payload, null);
    return event;
  }

  public static void append(
      UUID event,
      String caseId,
      String type,
      String version,
      String payload,
      @Nullable String trace) {
    JdbcClient.create(TestDatabase.dataSource())
        .sql(
            """
            insert into events.event_log (event_id, event_type, schema_version, aggregate_id,
              aggregate_version, occurred_at, correlation_id, traceparent, payload)
            values (?, ?, ?, ?, 1, now(), ?, ?, ?::jsonb)
            """)
        .params(event, type, version, caseId, event.toString())
        .param(trace)
        .param(payload)
        .update();
  }

  /** Takes rows out again. */
  public static void remove(String caseId) {
    JdbcClient.create(TestDatabase.dataSource())
        .sql("delete from events.event_log where aggregate_id = ?")
        .param(caseId)
        .update();
  }

  /** A number of 986 significant digits, which PostgreSQL prints with 1,285. */
  public static String absurdNumber() {
    return "1." + "7".repeat(985) + "e-300";
  }
}
