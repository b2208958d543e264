package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Probes as those who ran the OpStatus service have them configured. */
@IntegrationTest
class OriginalProbesTest {

  @LocalServerPort private int port;

  @Test
  void sayThatItLives() {
    assertThat(Api.on(port).get("/health/live").is(200).body()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void sayThatItIsReady() {
    Answer ready = Api.on(port).get("/health/ready").is(200);
    assertThat(ready.text("/status")).isEqualTo("ok");
    assertThat(ready.text("/checks/database/status")).isEqualTo("ok");
    assertThat(ready.at("/checks/database/duration_ms").isNumber()).isTrue();
  }

  @Test
  void areNothingToMeasure() {
    Api.on(port).get("/health/live").is(200);
    Api.on(port).get("/health/ready").is(200);
    assertThat(Api.on(port).get("/metrics").is(200).body())
        .doesNotContain("/health/live", "/health/ready");
  }
}
