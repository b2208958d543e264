package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class MessageCountTest {

  @LocalServerPort private int port;
  @Autowired private Cases cases;
  @Autowired private TransactionTemplate transaction;
  private Api api;
  private Answer created;
  private String path = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    created = api.post("/api/v2/cases", "{\"initial_message\":\"help\"}").is(201);
    path = created.header("Location");
  }

  @Test
  void followsTheConversationUnderLoad() {
    Together.run(
        50,
        n -> api.post(path + "/messages", "{\"role\":\"user\",\"content\":\"" + n + "\"}").is(201));

    Answer counted = api.get(path);
    assertThat(counted.at("/message_count").asInt()).isEqualTo(51);
    assertThat(counted.text("/last_message_at"))
        .isEqualTo(api.get(path + "/messages?offset=50").text("/messages/0/created_at"));
    assertThat(
            api.get(path + "/messages?limit=100")
                .at("/messages")
                .valueStream()
                .map(message -> Instant.parse(message.get("created_at").asString())))
        .isSorted();
  }

  @Test
  void isThereWithTheMessage() {
    assertThat(created.at("/message_count").asInt()).isOne();
    assertThat(created.header("ETag")).isEqualTo("\"1-1\"");

    Answer added = api.post(path + "/messages", "{\"content\":\"more\"}").is(201);

    Answer counted = api.get(path);
    assertThat(counted.at("/message_count").asInt()).isEqualTo(2);
    assertThat(counted.text("/last_message_at")).isEqualTo(added.text("/created_at"));
  }

  @Test
  void endsTheSameWhenStoredEventsAreDeliveredTwiceAndInAnyOrder() {
    CaseId id = CaseId.of(created.text("/case_id"));
    Instant last = Instant.parse("2026-11-21T10:00:00Z");

    countUpTo(id, 3, last);
    Answer counted = api.get(path);
    countUpTo(id, 2, last.minusSeconds(1));
    countUpTo(id, 3, last);

    assertThat(api.get(path).json()).isEqualTo(counted.json());
    assertThat(counted.at("/message_count").asInt()).isEqualTo(3);
    assertThat(counted.text("/last_message_at")).isEqualTo("2026-11-21T10:00:00Z");
  }

  @Test
  void countsWhatAnInstanceOfAnOlderVersionHasAddedAndNotCountedYet() {
    CaseId id = CaseId.of(created.text("/case_id"));
    addAsAnOlderVersionDoes(id, 2);
    assertThat(api.get(path).at("/message_count").asInt()).isOne();

    Answer added = api.post(path + "/messages", "{\"content\":\"more\"}").is(201);
    assertThat(added.at("/turn_number").asInt()).isEqualTo(3);
    Answer counted = api.get(path);
    assertThat(counted.at("/message_count").asInt()).isEqualTo(3);
    assertThat(counted.text("/last_message_at")).isEqualTo(added.text("/created_at"));

    countUpTo(id, 2, Instant.parse("2026-03-14T12:00:00Z"));
    assertThat(api.get(path).json()).isEqualTo(counted.json());
  }

  private void countUpTo(CaseId id, int turn, Instant at) {
    transaction.executeWithoutResult(_ -> cases.countUpTo(id, turn, at));
  }

  private static void addAsAnOlderVersionDoes(CaseId id, int turn) {
    JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
    jdbc.sql("update cases.cases set facts = facts + 1 where case_id = ?")
        .param(id.value())
        .update();
    jdbc.sql(
            """
            insert into messages.messages
            values (?, ?, ?, 'user', 'by an older version', 'ada', '{}', now())
            """)
        .params("msg_" + HexFormat.of().toHexDigits((long) id.hashCode()), id.value(), turn)
        .update();
  }

  @Test
  void changesTheETagOfTheCaseButNotTheVersionThatEditsAreBasedOn() {
    String etag = api.get(path).header("ETag");

    api.post(path + "/messages", "{\"role\":\"user\",\"content\":\"more\"}").is(201);

    api.with("If-None-Match", etag).get(path).is(200);
    assertThat(api.get(path).header("ETag")).isEqualTo("\"1-2\"");
    api.with("If-Match", etag).patch(path, "{\"title\":\"edited meanwhile\"}").is(200);
    api.with("If-Match", "\"1\"").patch(path, "{\"title\":\"too late\"}").is(412);
  }
}
