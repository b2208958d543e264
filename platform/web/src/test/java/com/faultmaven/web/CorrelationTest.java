package com.faultmaven.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest extends WebTest {

  @Test
  void keepsASoundIdThroughout() {
    var response = send(asAlice("/api/test/caller").header("X-Correlation-ID", "req-1.A_b"));
    assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("req-1.A_b");
    assertThat(json(response).path("correlation_id").asString()).isEqualTo("req-1.A_b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with space", "ümläut-id-1", ""})
  void replacesAnyOther(String sent) {
    String id =
        send(asAlice("/api/test/caller").header("X-Correlation-ID", sent.replaceAll("[^ -~]", "?")))
            .headers()
            .firstValue("X-Correlation-ID")
            .orElseThrow();
    assertThat(id).matches("[A-Za-z0-9._-]{8,128}").isNotEqualTo(sent);
  }

  @Test
  void keepsASoundTrace() {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    assertThat(traced(trace)).isEqualTo(trace);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf9-00f067aa0ba902b7-01"
      })
  void ignoresAnyOther(String trace) {
    assertThat(traced(trace)).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what the future will be like"
      })
  void passesOnWhatItKnowsOfALaterVersion(String trace) {
    assertThat(traced(trace)).isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }

  private String traced(String trace) {
    return json(send(asAlice("/api/test/caller").header("traceparent", trace)))
        .path("traceparent")
        .asString();
  }
}
