package com.faultmaven.__name__;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class AddEntryTest {

  private static final String ENTRIES = "/api/v1/__name__";

  @LocalServerPort private int port;

  @Test
  void addsAnEntry() {
    Answer added = Api.on(port).asSomebody().post(ENTRIES, "{\"text\":\"the first\"}").is(201);

    assertThat(added.text("/text")).isEqualTo("the first");
    assertThat(added.text("/entry_id")).hasSize(36);
  }

  @Test
  void holdsTheRequestToTheContract() {
    Answer refused = Api.on(port).asSomebody().post(ENTRIES, "{}").is(422, "VALIDATION_FAILED");

    assertThat(refused.violations()).containsExactly("/text:required");
  }

  @Test
  void isForKnownCallers() {
    Api.on(port).post(ENTRIES, "{\"text\":\"x\"}").is(401, "AUTHENTICATION_REQUIRED");
  }
}
