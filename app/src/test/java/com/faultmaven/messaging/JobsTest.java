package com.faultmaven.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Background jobs that run into an error of the virtual machine. */
@IntegrationTest
@Import({Breakdown.class, Recorder.class, Stored.class})
@TestPropertySource(
    properties = {
      "faultmaven.redelivery.every=100ms",
      "faultmaven.event-log.archive-every=100ms",
      "faultmaven.inbox.forget-every=100ms",
      "faultmaven.idempotency.forget-every=100ms",
      "faultmaven.tasks.look=100ms"
    })
@DirtiesContext
class JobsTest {

  @LocalServerPort private int port;
  @Autowired private Breakdown breakdown;
  @Autowired private Recorder recorder;
  @Autowired private Stored stored;

  @AfterEach
  void mend() {
    breakdown.end();
  }

  @ParameterizedTest
  @CsvSource({
    "redelivery, scheduling-, OutOfMemoryError",
    "inbox-retention, scheduling-, OutOfMemoryError",
    "forgetting, scheduling-, OutOfMemoryError",
    "archiving, scheduling-, CannotCreateTransactionException",
    "tasks, task-look-, OutOfMemoryError"
  })
  void sayThatTheyFailAndGoOn(String job, String threads, String error) {
    await().atMost(20, SECONDS).until(() -> ready().at("/jobs/" + job).isObject());

    breakdown.begin(threads);
    await().atMost(20, SECONDS).until(() -> statusOf(job).equals("failing"));
    assertThat(ready().text("/jobs/" + job + "/error")).isEqualTo(error);
    String metrics = Api.on(port).get("/metrics").is(200).body();
    assertThat(metrics)
        .contains("faultmaven_job_failing{job=\"" + job + "\"} 1.0")
        .containsPattern("faultmaven_job_failures_total\\{job=\"" + job + "\"} [1-9]")
        .contains("faultmaven_job_success_age_seconds{job=\"" + job + "\"}");

    breakdown.end();
    await().atMost(20, SECONDS).until(() -> statusOf(job).equals("running"));
  }

  @Test
  void doTheirWorkAfterwards() {
    breakdown.begin("scheduling-");
    UUID event = stored.failed("fine");
    await().atMost(20, SECONDS).until(() -> statusOf("redelivery").equals("failing"));
    breakdown.end();

    await().atMost(20, SECONDS).until(() -> recorder.effects(event) == 1);
  }

  private String statusOf(String job) {
    return ready().text("/jobs/" + job + "/status");
  }

  private Answer ready() {
    return Api.on(port).get("/ready").is(200);
  }
}
