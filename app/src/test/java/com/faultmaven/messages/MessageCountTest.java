package com.faultmaven.messages;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.ConversationPulse;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.Together;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class MessageCountTest {

  @LocalServerPort private int port;
  @Autowired private ConversationPulse pulse;
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

    await().atMost(10, SECONDS).until(() -> api.get(path).at("/message_count").asInt() == 51);
    assertThat(api.get(path).text("/last_message_at"))
        .isEqualTo(api.get(path + "/messages?offset=50").text("/messages/0/created_at"));
  }

  @Test
  void endsTheSameWhenItHearsOfMessagesTwiceAndInAnyOrder() {
    await().atMost(10, SECONDS).until(() -> api.get(path).at("/message_count").asInt() == 1);
    CaseId id = CaseId.of(created.text("/case_id"));
    Instant last = Instant.parse("2026-11-21T10:00:00Z");

    pulse.heard(id, 3, last);
    Answer counted = api.get(path);
    pulse.heard(id, 2, last.minusSeconds(1));
    pulse.heard(id, 3, last);

    assertThat(api.get(path).json()).isEqualTo(counted.json());
    assertThat(counted.at("/message_count").asInt()).isEqualTo(3);
    assertThat(counted.text("/last_message_at")).isEqualTo("2026-11-21T10:00:00Z");
  }

  @Test
  void changesTheETagOfTheCaseButNotTheVersionThatEditsAreBasedOn() {
    await().atMost(10, SECONDS).until(() -> api.get(path).at("/message_count").asInt() == 1);
    String etag = api.get(path).header("ETag");

    api.post(path + "/messages", "{\"role\":\"user\",\"content\":\"more\"}").is(201);

    await()
        .atMost(10, SECONDS)
        .until(() -> api.with("If-None-Match", etag).get(path).status() == 200);
    assertThat(api.get(path).header("ETag")).isEqualTo("\"1-2\"");
    api.with("If-Match", etag).patch(path, "{\"title\":\"edited meanwhile\"}").is(200);
    api.with("If-Match", "\"1\"").patch(path, "{\"title\":\"too late\"}").is(412);
  }
}
