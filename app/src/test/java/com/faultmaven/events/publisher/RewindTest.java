package com.faultmaven.events.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class RewindTest {

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                                                         | :too_few",
        "{\"to_time\":null}                                         | :too_few",
        "{\"to_time\":\"2026-03-14T00:00:00Z\",\"to_cursor\":\"c\"} | :too_many",
      })
  void needsExactlyOnePosition(String body, String violation) {
    Api admin = Api.on(port).as("operator").with("X-User-Roles", "admin");

    assertThat(
            admin
                .post("/api/v2/admin/publisher/rewind", body.strip())
                .is(422, "VALIDATION_FAILED")
                .violations())
        .containsExactly(violation.strip());
  }
}
