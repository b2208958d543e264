package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class ReadMessageTest {

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private Api api;
  private String path = "";
  private String message = "";

  @BeforeEach
  void addAMessage() {
    api = Api.on(port).asSomebody();
    path = api.post("/api/v2/cases", "{}").is(201).header("Location");
    message = api.post(path + "/messages", "{\"content\":\"x\"}").is(201).header("Location");
  }

  @Test
  void answers304ToWhoeverHasSeenIt() {
    String etag = api.get(message).is(200).header("ETag");
    api.post(path + "/messages", "{\"content\":\"another\"}").is(201);
    api.patch(path, "{\"title\":\"another\"}").is(200);

    assertThat(api.with("If-None-Match", etag).get(message).is(304).header("ETag")).isEqualTo(etag);
    assertThat(api.with("If-None-Match", "\"999\"").get(message).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "msg_0000000000000000",
        "msg_",
        "MSG_0123456789abcdef",
        "msg_0123456789abcdef%20",
        "%F0%9F%94%A5",
        "x"
      })
  void knowsNoMessageByAnIdItNeverGave(String wrong) {
    api.get(path + "/messages/" + wrong).is(404, "MESSAGE_NOT_FOUND");
  }

  @Test
  void findsAMessageInItsOwnCaseOnly() {
    String other = api.post("/api/v2/cases", "{}").is(201).header("Location");
    String id = message.substring(message.lastIndexOf('/') + 1);

    Answer refused = api.get(other + "/messages/" + id);

    refused.is(404, "MESSAGE_NOT_FOUND");
    assertThat(refused.text("/detail")).isEqualTo("Message " + id + " not found");
  }

  @Test
  void hidesAForeignConversationFromEveryOperation() {
    Api stranger = Api.on(port).asSomebody();
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "[\"admin\"]");

    for (Api other : new Api[] {stranger, admin}) {
      other.get(message).is(404, "CASE_NOT_FOUND");
      other.get(path + "/messages").is(404, "CASE_NOT_FOUND");
      other
          .post(path + "/messages", "{\"content\":\"x\",\"role\":\"system\"}")
          .is(404, "CASE_NOT_FOUND");
    }
    assertThat(api.get(path + "/messages").is(200).at("/total").asInt()).isOne();
  }

  @Test
  void letsAViewerReadAndNotSpeak() {
    String viewer = "viewer-" + UUID.randomUUID();
    api.put(path + "/participants/" + viewer, "{\"role\":\"viewer\"}");
    Api other = Api.on(port).as(viewer);

    other.get(message).is(200);
    assertThat(other.get(path + "/messages").is(200).at("/total").asInt()).isOne();
    other.post(path + "/messages", "{\"content\":\"x\"}").is(403, "PERMISSION_DENIED");
  }

  @Test
  void knowsNoConversationOfACaseThatIsNotThere() {
    for (String absent : new String[] {"case_000000000000", "case_", "x"}) {
      String other = "/api/v2/cases/" + absent + "/messages";
      api.get(other).is(404, "CASE_NOT_FOUND");
      api.get(other + "/msg_0000000000000000").is(404, "CASE_NOT_FOUND");
      api.post(other, "{\"content\":\"x\"}").is(404, "CASE_NOT_FOUND");
    }
  }

  @Test
  void stillReadsAConversationThatHasEnded() {
    api.post(path + "/status-changes", "{\"status\":\"closed\"}").is(201);
    api.put(path + "/archive").is(204);

    api.get(message).is(200);
    assertThat(api.get(path + "/messages").is(200).at("/total").asInt()).isOne();
  }

  @Test
  void costsTwoStatements() {
    String request = UUID.randomUUID().toString();

    api.with("X-Correlation-ID", request).get(message).is(200);

    assertThat(sql.statementsOf(request)).hasSize(2);
  }

  @Test
  void isNeverChanged() {
    for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
      api.send(method, message, null, "").is(405, "METHOD_NOT_ALLOWED");
    }
  }
}
