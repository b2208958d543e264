package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Services are trusted by name in {@code config/application.yaml}. */
@ModuleTest
class SystemMessagesTest {

  private static final String SYSTEM = "{\"content\":\"x\",\"role\":\"system\"}";

  @LocalServerPort private int port;

  @Test
  void areForAdminsAndTrustedServices() {
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "[\"user\",\"admin\"]");
    Api service = Api.on(port).as("fm-slack");

    for (Api trusted : new Api[] {admin, service}) {
      Answer added = trusted.post(conversationOf(trusted), SYSTEM).is(201);
      assertThat(added.text("/role")).isEqualTo("system");
    }
  }

  @Test
  void areForNobodyElse() {
    Api user = Api.on(port).as("fm-agents").with("X-User-Roles", "user,system");
    String messages = conversationOf(user);

    user.post(messages, SYSTEM).is(403, "PERMISSION_DENIED");

    assertThat(user.get(messages).at("/total").asInt()).isZero();
    Answer next = user.post(messages, "{\"content\":\"x\",\"role\":\"assistant\"}").is(201);
    assertThat(next.at("/turn_number").asInt()).isOne();
  }

  private static String conversationOf(Api owner) {
    return owner.post("/api/v2/cases", "{}").is(201).header("Location") + "/messages";
  }
}
