package com.faultmaven.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.contracts.cases.events.CaseMessageAddedV1;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.TestDatabase;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@EventsTest
class InboxTest {

  @LocalServerPort private int port;
  @Autowired private Recorder recorder;
  @Autowired private Stored stored;
  @Autowired private Inbox inbox;
  @Autowired private SqlWatch sql;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;

  @Test
  void givesTheSameEventOneEffectHoweverOftenItComes() {
    UUID event = UUID.randomUUID();
    String content = Stored.caseCreated(event, "again and again");
    IntStream.range(0, 10)
        .forEach(_ -> stored.failed(Recorder.LISTENER, CaseCreatedV2.class.getName(), content));

    await().atMost(20, SECONDS).until(() -> stored.mentioning(event) == 0);
    assertThat(recorder.effects(event)).isEqualTo(1);
    assertThat(recorder.attempts(event)).isEqualTo(1);
  }

  @Test
  void remembersOnlyWhatWasCommitted() {
    UUID event = UUID.randomUUID();
    transactions.executeWithoutResult(
        attempt -> {
          assertThat(inbox.isFirst("test.consumer", event)).isTrue();
          attempt.setRollbackOnly();
        });

    assertThat(isFirst("test.consumer", event)).isTrue();
    assertThat(isFirst("test.consumer", event)).isFalse();
    assertThat(isFirst("test.other-consumer", event)).isTrue();
    assertThatThrownBy(() -> inbox.isFirst("test.consumer", event))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private boolean isFirst(String consumer, UUID event) {
    return Boolean.TRUE.equals(transactions.execute(_ -> inbox.isFirst(consumer, event)));
  }

  @Test
  void forgetsWhatIsOldABoundedNumberAtATime() {
    jdbc.sql(
            """
            insert into events.inbox (consumer, event_id, processed_at)
            select 'test.old', gen_random_uuid(), '2020-01-01' from generate_series(1, 5)
            """)
        .update();
    UUID fresh = UUID.randomUUID();
    isFirst("test.old", fresh);

    Instant upTo = Instant.parse("2020-01-02T00:00:00Z");
    assertThat(inbox.forget(upTo, 3)).isEqualTo(3);
    assertThat(inbox.forget(upTo, 3)).isEqualTo(2);
    assertThat(isFirst("test.old", fresh)).isFalse();
  }

  @Test
  void leavesTheNumberOfMessagesRightWhenTheyAreDeliveredInReverseAndTenTimes() {
    Api somebody = Api.on(port).asSomebody();
    String path = somebody.post("/api/v2/cases", "{}").is(201).header("Location");
    for (int turn = 1; turn <= 3; turn++) {
      somebody.post(path + "/messages", "{\"role\":\"user\",\"content\":\"hello\"}").is(201);
    }
    assertThat(messages(somebody, path)).isEqualTo(3);
    String caseId = path.substring(path.lastIndexOf('/') + 1);

    for (int time = 0; time < 10; time++) {
      for (int turn = 3; turn >= 1; turn--) {
        stored.failed(
            "cases.count-message", CaseMessageAddedV1.class.getName(), messageAdded(caseId, turn));
      }
    }

    await().atMost(20, SECONDS).until(() -> stored.mentioning(caseId) == 0);
    assertThat(messages(somebody, path)).isEqualTo(3);
  }

  @Test
  void countsTheMessageOfAnInstanceThatLeftThatToTheListenerAndStoresNoOther() {
    Api somebody = Api.on(port).asSomebody();
    String path = somebody.post("/api/v2/cases", "{}").is(201).header("Location");
    String caseId = path.substring(path.lastIndexOf('/') + 1);

    stored.failed(
        "cases.count-message", CaseMessageAddedV1.class.getName(), messageAdded(caseId, 1));

    await().atMost(20, SECONDS).until(() -> messages(somebody, path) == 1);
    await().atMost(20, SECONDS).until(() -> stored.mentioning(caseId) == 0);
    String request = UUID.randomUUID().toString();
    somebody
        .with("X-Correlation-ID", request)
        .post(path + "/messages", "{\"content\":\"hello\"}")
        .is(201);
    assertThat(sql.statementsOf(request))
        .as("nothing is left to a listener")
        .isNotEmpty()
        .noneMatch(statement -> statement.contains("event_publication"));
  }

  private static int messages(Api api, String path) {
    return api.get(path).is(200).at("/message_count").asInt();
  }

  /** A new event each time: the inbox lets it through, the listener has to bear it. */
  private static String messageAdded(String caseId, int turn) {
    return """
    {"event_id":"%1$s","event_type":"case.message.added","schema_version":"1.0.0",
     "timestamp":"2026-03-14T12:00:00Z","correlation_id":"test-correlation",
     "aggregate_id":"%2$s","aggregate_type":"case","aggregate_version":%3$s,
     "payload":{"case_id":"%2$s","user_id":"ada","message_id":"msg_0123456789abcdef",
       "turn_number":%3$s,"role":"user","created_at":"2026-03-14T12:00:00Z"}}"""
        .formatted(UUID.randomUUID(), caseId, turn);
  }

  @Test
  void deletesWhatBelongsToACaseAlsoWhenDeliveredTenTimes() {
    Api somebody = Api.on(port).asSomebody();
    String path =
        somebody
            .post("/api/v2/cases", "{\"tags\":[\"prod\"],\"initial_message\":\"help\"}")
            .is(201)
            .header("Location");
    String caseId = path.substring(path.lastIndexOf('/') + 1);
    somebody.delete(path).is(204);
    for (int time = 0; time < 10; time++) {
      for (String listener : new String[] {"messages.delete-with-case", "tags.delete-with-case"}) {
        stored.failed(listener, CaseDeletedV1.class.getName(), caseDeleted(caseId));
      }
    }

    await().atMost(20, SECONDS).until(() -> stored.mentioning(caseId) == 0);
    await().atMost(20, SECONDS).until(() -> rowsOf("messages.messages", caseId) == 0);
    assertThat(rowsOf("tags.case_tags", caseId)).isZero();
  }

  private int rowsOf(String table, String caseId) {
    return JdbcClient.create(TestDatabase.dataSource())
        .sql("select count(*) from " + table + " where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  private static String caseDeleted(String caseId) {
    return """
    {"event_id":"%1$s","event_type":"case.deleted","schema_version":"1.0.0",
     "timestamp":"2026-03-14T12:00:00Z","correlation_id":"test-correlation",
     "aggregate_id":"%2$s","aggregate_type":"case","aggregate_version":9,
     "payload":{"case_id":"%2$s","user_id":"ada","deleted_at":"2026-03-14T12:00:00Z"}}"""
        .formatted(UUID.randomUUID(), caseId);
  }
}
