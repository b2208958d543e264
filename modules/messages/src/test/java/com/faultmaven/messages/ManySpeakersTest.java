package com.faultmaven.messages;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns are counted without a gap or a repeat, however many speak at once. */
@ModuleTest
class ManySpeakersTest {

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = Api.on(port).asSomebody();
  }

  @Test
  void givesTwoHundredMessagesAddedAtOnceTwoHundredTurns() {
    String opened = openCase();
    String messages = opened + "/messages";
    String other = "speaker-" + UUID.randomUUID();
    api.put(opened + "/participants/" + other, "{\"role\":\"collaborator\"}").is(201);
    // one caller's requests may not be all that wait
    List<Api> speakers = List.of(api, Api.on(port).as(other));

    List<Answer> added = Together.run(200, n -> say(speakers.get(n % 2), messages));

    assertThat(added).allSatisfy(answer -> answer.is(201));
    assertThat(turns(added)).containsExactlyInAnyOrderElementsOf(upTo(200));
    assertThat(added.stream().map(answer -> answer.text("/message_id"))).doesNotHaveDuplicates();
    assertThat(turnsOf(api.get(messages + "?limit=100").is(200))).isEqualTo(upTo(100));
    assertThat(api.get(messages).at("/total").asInt()).isEqualTo(200);
  }

  @Test
  void countsTheTurnsOfEachCaseForItself() {
    List<String> conversations =
        IntStream.range(0, 8).mapToObj(n -> openCase() + "/messages").toList();

    List<Answer> added = Together.run(120, n -> say(conversations.get(n % conversations.size())));

    assertThat(added).allSatisfy(answer -> answer.is(201));
    for (String messages : conversations) {
      assertThat(turnsOf(api.get(messages).is(200))).isEqualTo(upTo(15));
    }
  }

  @Test
  void doesNotLetOneCaseWaitForAnother() throws SQLException {
    String busy = openCase();
    String idle = openCase();
    CompletableFuture<Answer> waiting;
    try (Connection elsewhere = TestDatabase.dataSource().getConnection()) {
      elsewhere.setAutoCommit(false);
      lock(busy, elsewhere);
      waiting = CompletableFuture.supplyAsync(() -> say(busy + "/messages"));
      await().atMost(10, SECONDS).until(ManySpeakersTest::somebodyWaits);

      assertThat(say(idle + "/messages").is(201).at("/turn_number").asInt()).isOne();
      assertThat(waiting).isNotDone();
      elsewhere.rollback();
    }
    assertThat(waiting.join().is(201).at("/turn_number").asInt()).isOne();
  }

  private static void lock(String path, Connection connection) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("select 1 from cases.cases where case_id = ? for update")) {
      row.setString(1, path.substring(path.lastIndexOf('/') + 1));
      assertThat(row.executeQuery().next()).isTrue();
    }
  }

  private static boolean somebodyWaits() {
    return JdbcClient.create(TestDatabase.dataSource())
        .sql(
            """
            select count(*) > 0 from pg_stat_activity
            where wait_event_type = 'Lock' and query like 'update cases.cases%'
            """)
        .query(Boolean.class)
        .single();
  }

  private String openCase() {
    return api.post("/api/v2/cases", "{}").is(201).header("Location");
  }

  private Answer say(String messages) {
    return say(api, messages);
  }

  private static Answer say(Api speaker, String messages) {
    return speaker.post(messages, "{\"content\":\"x\"}");
  }

  private static List<Integer> turns(List<Answer> added) {
    return added.stream().map(answer -> answer.at("/turn_number").asInt()).toList();
  }

  private static List<Integer> turnsOf(Answer page) {
    return page.at("/messages").valueStream().map(m -> m.get("turn_number").asInt()).toList();
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }
}
