package com.faultmaven.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The name of the broker does not resolve. */
@IntegrationTest
@TestPropertySource(
    properties = {
      "KAFKA_BOOTSTRAP_SERVERS=nowhere.invalid:9092",
      "spring.kafka.bootstrap-servers=nowhere.invalid:9092",
      "faultmaven.publisher.stand=100ms",
      "faultmaven.consumer.start=100ms"
    })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class UnknownBrokerTest {

  @LocalServerPort private int port;

  @Test
  void keepsNobodyFromWorkingAndIsNoErrorOfOurs(CapturedOutput log) {
    Api api = Api.on(port).asSomebody();
    api.get("/api/v2/cases").is(200);

    long begin = System.nanoTime();
    String path = api.post("/api/v2/cases", "{\"title\":\"t\"}").is(201).header("Location");
    api.post(path + "/messages", "{\"content\":\"m\"}").is(201);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));

    await()
        .atMost(20, SECONDS)
        .until(() -> api.get(path).is(200).at("/message_count").asInt() == 1);
    await().atMost(20, SECONDS).until(() -> failures("publisher") > 2 && failures("listening") > 2);
    assertThat(occurrences(log, "Job publisher has failed")).isEqualTo(1);
    assertThat(occurrences(log, "Job listening has failed")).isEqualTo(1);
    Answer ready = Api.on(port).get("/ready").is(200);
    assertThat(ready.text("/jobs/publisher/status")).isEqualTo("failing");
    assertThat(ready.text("/jobs/publisher/error")).isEqualTo("KafkaException");
    assertThat(ready.text("/jobs/listening/status")).isEqualTo("failing");
  }

  private double failures(String job) {
    String series = "faultmaven_job_failures_total{job=\"" + job + "\"} ";
    return Api.on(port)
        .get("/metrics")
        .is(200)
        .body()
        .lines()
        .filter(line -> line.startsWith(series))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
        .sum();
  }

  private static int occurrences(CapturedOutput log, String text) {
    return log.getAll().split(text, -1).length - 1;
  }
}
