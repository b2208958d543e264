package com.faultmaven.messaging.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.contracts.cases.events.CaseDeletedV1Payload;
import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.messaging.EventBatch;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.SqlWatch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class EventLogTest {

  private static final Instant NOW = Instant.parse("2026-03-14T09:26:53.589793Z");

  /** Where the registry's insert has the id of the listener. */
  private static final int LISTENER = 4;

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;
  @Autowired private JsonMapper json;

  @Test
  void costsOneInsertForTheLogAndOneForEachListener() {
    String opening = UUID.randomUUID().toString();
    String deletion = UUID.randomUUID().toString();
    Api api = Api.on(port).asSomebody();
    String path =
        api.with("X-Correlation-ID", opening)
            .post("/api/v2/cases", "{}")
            .is(201)
            .header("Location");
    api.with("X-Correlation-ID", deletion).delete(path).is(204);

    assertThat(writesOf(opening)).containsExactly("event_log");
    assertThat(writesOf(deletion))
        .containsExactlyInAnyOrder(
            "event_log",
            "messages.delete-with-case",
            "tags.delete-with-case",
            "escalations.follow-case");
  }

  static List<JsonNode> examples() {
    return Contracts.packaged()
        .document("cases-events")
        .content()
        .at("/components/messages")
        .valueStream()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void keepsWhatThisServiceProducesAndNothingElse(JsonNode message) throws Exception {
    ContractEvent event = read(message);

    transaction.executeWithoutResult(
        status -> {
          events.publishEvent(event);
          assertThat(aggregatesOf(event))
              .isEqualTo(
                  event instanceof ProducedEvent
                      ? List.of(event.aggregateType() + " " + event.aggregateId())
                      : List.of());
          status.setRollbackOnly();
        });
  }

  private ContractEvent read(JsonNode message) throws ClassNotFoundException {
    String name = CaseDeletedV1.class.getPackageName() + "." + message.get("name").asString();
    return json.readValue(
        message.at("/examples/0/payload").toString(),
        Class.forName(name).asSubclass(ContractEvent.class));
  }

  private List<String> aggregatesOf(ContractEvent event) {
    return jdbc.sql(
            "select aggregate_type || ' ' || aggregate_id from events.event_log"
                + " where event_id = ? and event_type = ? and schema_version = ?")
        .params(event.eventId(), event.eventType(), event.schemaVersion())
        .query(String.class)
        .list();
  }

  @Test
  void keepsNothingOfWhatIsRolledBack() {
    CaseDeletedV1 event = event();

    transaction.executeWithoutResult(
        status -> {
          events.publishEvent(event);
          status.setRollbackOnly();
        });

    assertThat(rows("events.event_log", "event_id::text", event)).isZero();
    assertThat(rows("events.event_publication", "serialized_event", event)).isZero();
  }

  @Test
  void refusesWhatIsPublishedOutsideATransaction() {
    assertThatThrownBy(() -> events.publishEvent(event()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void keepsABatchInItsOrder() {
    List<CaseDeletedV1> batch = List.of(event(), event(), event());

    transaction.executeWithoutResult(
        status -> {
          events.publishEvent(new EventBatch(List.copyOf(batch)));
          assertThat(
                  jdbc.sql(
                          "select event_id from events.event_log where event_id = any(?)"
                              + " order by horizon, seq")
                      .param(batch.stream().map(CaseDeletedV1::eventId).toArray(UUID[]::new))
                      .query(UUID.class)
                      .list())
              .containsExactlyElementsOf(batch.stream().map(CaseDeletedV1::eventId).toList());
          status.setRollbackOnly();
        });
    assertThatThrownBy(() -> events.publishEvent(new EventBatch(List.copyOf(batch))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  /** The log, or the listener a row was written for; listeners of other tests get everything. */
  private List<String> writesOf(String request) {
    return sql.executedFor(request).stream()
        .filter(it -> it.sql().startsWith("insert into events."))
        .map(
            it ->
                it.sql().contains("event_log") ? "event_log" : text(it.parameters().get(LISTENER)))
        .filter(written -> !written.startsWith("test."))
        .toList();
  }

  private static String text(@Nullable Object parameter) {
    return String.valueOf(parameter);
  }

  private int rows(String table, String column, CaseDeletedV1 event) {
    return jdbc.sql("select count(*) from %s where %s like ?".formatted(table, column))
        .param("%" + event.eventId() + "%")
        .query(Integer.class)
        .single();
  }

  private static CaseDeletedV1 event() {
    return new CaseDeletedV1(
        UUID.randomUUID(),
        CaseDeletedV1.EVENT_TYPE,
        CaseDeletedV1.SCHEMA_VERSION,
        NOW,
        "the-rolled-back-one",
        "case_0123456789ab",
        CaseDeletedV1.AGGREGATE_TYPE,
        7,
        new CaseDeletedV1Payload("case_0123456789ab", "user-1", NOW));
  }
}
