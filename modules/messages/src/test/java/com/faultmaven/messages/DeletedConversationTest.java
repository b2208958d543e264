package com.faultmaven.messages;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.contracts.cases.events.CaseDeletedV1Payload;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;

/** A conversation goes with its case, a moment later. */
@ModuleTest
class DeletedConversationTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  private Api api;
  private String path = "";

  @BeforeEach
  void talk() {
    api = Api.on(port).asSomebody();
    path = openCase();
  }

  @Test
  void isGoneForGood() {
    String message = say(path).is(201).header("Location");
    say(path).is(201);
    String other = openCase();
    say(other).is(201);
    assertThat(kept(path)).isEqualTo(2);

    api.delete(path).is(204);

    api.get(message).is(404, "CASE_NOT_FOUND");
    api.get(path + "/messages").is(404, "CASE_NOT_FOUND");
    say(path).is(404, "CASE_NOT_FOUND");
    await().atMost(10, SECONDS).until(() -> kept(path) == 0);
    assertThat(kept(other)).isOne();
  }

  @Test
  void leavesNothingOfWhatWasSaidWhileTheCaseWasDeleted() {
    List<Answer> answers = Together.run(30, n -> n == 15 ? api.delete(path) : say(path));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 204, 404));
    await().atMost(10, SECONDS).until(() -> kept(path) == 0 && undelivered(path) == 0);
  }

  @Test
  void goesAlsoAfterACaseThatAnOlderVersionDeletedHoweverOftenItIsPublished(Scenario scenario) {
    String gone = "/api/v2/cases/case_" + UUID.randomUUID().toString().substring(24);
    leaveMessageOf(gone);
    CaseDeletedV1 end = endOf(gone);

    for (CaseDeletedV1 published : List.of(end, end, endOf(gone))) {
      scenario
          .publish(published)
          .andWaitForStateChange(() -> kept(gone) + undelivered(gone), left -> left == 0)
          .andVerify(left -> assertThat(left).isZero());
    }
  }

  @Test
  void staysWithACaseThatIsThere(Scenario scenario) {
    say(path).is(201);
    await().atMost(10, SECONDS).until(() -> undelivered(path) == 0);

    scenario
        .publish(endOf(path))
        .andWaitForStateChange(() -> undelivered(path), publications -> publications == 0)
        .andVerify(
            _ -> assertThat(api.get(path + "/messages").is(200).at("/total").asInt()).isOne());
  }

  private static CaseDeletedV1 endOf(String path) {
    Instant now = Instant.parse("2026-03-14T09:26:53.589793Z");
    return new CaseDeletedV1(
        UUID.randomUUID(),
        CaseDeletedV1.EVENT_TYPE,
        CaseDeletedV1.SCHEMA_VERSION,
        now,
        "the-request-that-caused-it",
        idOf(path),
        CaseDeletedV1.AGGREGATE_TYPE,
        3,
        new CaseDeletedV1Payload(idOf(path), "ada", now));
  }

  private String openCase() {
    return api.post("/api/v2/cases", "{}").is(201).header("Location");
  }

  private Answer say(String path) {
    return api.post(path + "/messages", "{\"content\":\"x\"}");
  }

  private void leaveMessageOf(String path) {
    jdbc.sql(
            """
            insert into messages.messages
            values ('msg_' || left(md5(?), 16), ?, 1, 'user', 'left', 'ada', '{}', now())
            """)
        .params(path, idOf(path))
        .update();
  }

  private int kept(String path) {
    return jdbc.sql("select count(*) from messages.messages where case_id = ?")
        .param(idOf(path))
        .query(Integer.class)
        .single();
  }

  private int undelivered(String path) {
    return jdbc.sql("select count(*) from events.event_publication where serialized_event like ?")
        .param("%" + idOf(path) + "%")
        .query(Integer.class)
        .single();
  }

  private static String idOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
