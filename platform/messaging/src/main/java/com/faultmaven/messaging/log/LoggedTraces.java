package com.faultmaven.messaging.log;

import com.faultmaven.kernel.TraceParent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The traces in which logged events were published. */
@Component
public class LoggedTraces {

  private final JdbcClient jdbc;

  LoggedTraces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By the id of the event, of those that have one; one statement, none for no events. */
  public Map<UUID, TraceParent> of(Collection<UUID> events) {
    Map<UUID, TraceParent> traces = new HashMap<>();
    if (!events.isEmpty()) {
      jdbc.sql(
              """
              select event_id, traceparent from events.event_log
              where event_id = any (?) and traceparent is not null
              """)
          .param(events.toArray(UUID[]::new))
          .query(
              row -> {
                TraceParent trace = TraceParent.of(row.getString("traceparent"));
                if (trace != null) {
                  traces.put(row.getObject("event_id", UUID.class), trace);
                }
              });
    }
    return traces;
  }
}
