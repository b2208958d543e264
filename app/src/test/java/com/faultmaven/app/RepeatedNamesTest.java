package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A refusal repeats what it does not know, but not at any length. */
@IntegrationTest
class RepeatedNamesTest {

  /** The hundredth character is one that must not be cut through. */
  private static final String LONG = "x".repeat(99) + "%F0%9F%94%A5" + "x".repeat(3_000);

  private static final String SHOWN = "x".repeat(99) + "🔥…";

  private final Api user;
  private final Api admin;

  RepeatedNamesTest(@LocalServerPort int port) {
    user = Api.on(port).asSomebody();
    admin = user.with("X-User-Roles", "[\"admin\"]");
  }

  @Test
  void areCutAfterAHundredCharacters() {
    String path = user.post("/api/v2/cases", "{}").is(201).header("Location");
    List<Answer> refused =
        List.of(
            user.get("/api/v2/users/" + LONG + "/cases"),
            user.get("/api/v2/cases/" + LONG),
            user.get("/api/v1/cases/" + LONG),
            user.get(path + "/messages/" + LONG),
            user.delete(path + "/participants/" + LONG),
            user.delete(path + "/tags/" + LONG),
            user.post("/api/v2/tags/" + LONG + "/rename", "{\"new_tag\":\"x\"}"),
            admin.get("/api/v2/admin/dead-letters/" + LONG));

    assertThat(refused)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(404);
              assertThat(answer.text("/detail")).contains(SHOWN).hasSizeLessThan(250);
            });
  }
}
