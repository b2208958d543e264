package com.faultmaven.messaging;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.kernel.CorrelationId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Listens to what the tests publish; its effects are rows, so that a failed attempt has none. */
@Component
public class Recorder {

  /** Listens to opened cases. Their titles say how often it fails, such as {@code fails 2}. */
  public static final String LISTENER = "test.recorder";

  /** Listens to {@link Ping}. */
  public static final String PINGED = "test.pinged";

  private final JdbcClient jdbc;
  private final Map<UUID, Integer> attempts = new ConcurrentHashMap<>();
  private final Map<UUID, String> correlations = new ConcurrentHashMap<>();
  private final Map<String, UUID> eventOfCase = new ConcurrentHashMap<>();

  Recorder(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("create table if not exists recorded (event_id uuid, at timestamptz default now())")
        .update();
  }

  /** An event that is none of the contract's. */
  public record Ping(UUID id) {}

  /** Another one, which its listener cannot take. */
  public record Poison(UUID id) {}

  /** How often it was called with the event. */
  public int attempts(UUID eventId) {
    return attempts.getOrDefault(eventId, 0);
  }

  /** How often the event had its effect. */
  public int effects(UUID eventId) {
    return jdbc.sql("select count(*) from recorded where event_id = ?")
        .param(eventId)
        .query(Integer.class)
        .single();
  }

  /** The event of the opening, once it was delivered. */
  public UUID eventOf(String caseId) {
    return eventOfCase.getOrDefault(caseId, new UUID(0, 0));
  }

  public String correlationOf(UUID eventId) {
    return correlations.getOrDefault(eventId, "none");
  }

  @ApplicationModuleListener(id = LISTENER)
  void on(CaseCreatedV2 event) {
    eventOfCase.put(event.aggregateId(), event.eventId());
    correlations.put(event.eventId(), CorrelationId.current().value());
    int attempt = attempts.merge(event.eventId(), 1, Integer::sum);
    jdbc.sql("insert into recorded (event_id) values (?)").param(event.eventId()).update();
    String title = event.payload().title();
    if (title.startsWith("fails ") && attempt <= Integer.parseInt(title.substring(6))) {
      throw new IllegalStateException("the disk is full");
    }
  }

  @ApplicationModuleListener(id = PINGED)
  void on(Ping ping) {
    attempts.merge(ping.id(), 1, Integer::sum);
    jdbc.sql("insert into recorded (event_id) values (?)").param(ping.id()).update();
  }

  @ApplicationModuleListener(id = "test.poisoned")
  void on(Poison poison) {
    throw new IllegalStateException("cannot take " + poison.id());
  }
}
