package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class AddMessageTest {

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private String user = "";
  private Api api;
  private String path = "";
  private String messages = "";

  @BeforeEach
  void openACase() {
    user = "speaker-" + UUID.randomUUID();
    api = Api.on(port).as(user);
    path = api.post("/api/v2/cases", "{}").is(201).header("Location");
    messages = path + "/messages";
  }

  @Test
  void beginsTheConversation() {
    Answer added = api.post(messages, "{\"content\":\"Where do I start?\"}").is(201);

    assertThat(added.text("/message_id")).matches("^msg_[a-f0-9]{16}$");
    assertThat(added.header("Location")).isEqualTo(messages + "/" + added.text("/message_id"));
    assertThat(added.header("ETag")).isEqualTo("\"1\"");
    assertThat(path).endsWith(added.text("/case_id"));
    assertThat(added.at("/turn_number").asInt()).isOne();
    assertThat(added.text("/role")).isEqualTo("user");
    assertThat(added.text("/content")).isEqualTo("Where do I start?");
    assertThat(added.text("/author_id")).isEqualTo(user);
    assertThat(added.at("/metadata").toString()).isEqualTo("{}");
    assertThat(api.get(added.header("Location")).is(200).body()).isEqualTo(added.body());
  }

  @Test
  void keepsEverythingItIsTold() {
    Answer added =
        api.post(
                messages,
                """
                {"content": "  p99 is 4 s\\n\\t🔥 ", "role": "assistant",
                 "metadata": {"z": null, "pi": 3.14159265358979323846, "a": [1e3, {"b": true}]}}
                """)
            .is(201);

    Answer read = api.get(added.header("Location")).is(200);
    assertThat(read.text("/content")).isEqualTo("  p99 is 4 s\n\t🔥 ");
    assertThat(read.text("/role")).isEqualTo("assistant");
    assertThat(read.text("/author_id")).isEqualTo(user);
    assertThat(read.body())
        .contains("3.14159265358979323846")
        .contains("\"z\":null")
        .contains("[1000,{\"b\":true}]");
    assertThat(read.body()).isEqualTo(added.body());
  }

  @Test
  void takesTheBrowserExtensionsExplicitNullsForAbsence() {
    Answer added =
        api.post(messages, "{\"content\":\"x\",\"role\":null,\"metadata\":null}").is(201);

    assertThat(added.text("/role")).isEqualTo("user");
    assertThat(added.at("/metadata").toString()).isEqualTo("{}");
  }

  @Test
  void takes50000CharactersOfAnyScript() {
    String longest = "火".repeat(49_998) + "🔥🔥";

    Answer added = api.post(messages, "{\"content\":\"" + longest + "\"}").is(201);

    assertThat(api.get(added.header("Location")).text("/content")).isEqualTo(longest);
  }

  @Test
  void countsTurnsFromOneInEveryCase() {
    String other = api.post("/api/v2/cases", "{}").is(201).header("Location") + "/messages";

    assertThat(List.of(turn(messages), turn(messages), turn(other), turn(messages)))
        .containsExactly(1, 2, 1, 3);
  }

  @Test
  void answersARepeatedRequestWithTheFirstAnswer() {
    Api keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());

    Answer first = keyed.post(messages, "{\"content\":\"once\"}").is(201);
    Answer second = keyed.post(messages, "{\"content\":\"once\"}").is(201);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    keyed.post(messages, "{\"content\":\"twice\"}").is(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(api.get(messages).at("/total").asInt()).isOne();
  }

  @Test
  void costsThreeStatementsBesidesTheEvents() {
    String request = UUID.randomUUID().toString();
    for (int i = 0; i < 20; i++) {
      turn(messages);
    }

    api.with("X-Correlation-ID", request).post(messages, "{\"content\":\"x\"}").is(201);

    assertThat(sql.statementsOf(request))
        .filteredOn(statement -> !statement.contains(" events."))
        .hasSize(3);
  }

  @Test
  void isRefusedByACaseWhoseConversationHasEnded() {
    api.put(path + "/archive").is(204);
    api.post(messages, "{\"content\":\"x\"}").is(409, "CASE_ARCHIVED");
    api.delete(path + "/archive").is(204);
    api.post(messages, "{\"content\":\"x\"}").is(201);
    api.post(path + "/status-changes", "{\"status\":\"closed\"}").is(201);
    api.post(messages, "{\"content\":\"x\"}").is(409, "CASE_CLOSED");
    api.put(path + "/archive").is(204);
    api.post(messages, "{\"content\":\"x\"}").is(409, "CASE_CLOSED");

    assertThat(api.get(messages).is(200).at("/total").asInt()).isOne();
  }

  @Test
  void isTakenByAResolvedCase() {
    api.post(path + "/status-changes", "{\"status\":\"investigating\"}").is(201);
    api.post(path + "/status-changes", "{\"status\":\"resolved\"}").is(201);

    api.post(messages, "{\"content\":\"thank you\"}").is(201);
  }

  private int turn(String conversation) {
    return api.post(conversation, "{\"content\":\"x\"}").is(201).at("/turn_number").asInt();
  }
}
