package com.faultmaven.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "req-1.A_b, some.request, req-1.A_b, some.request",
        "req-1.A_b, -, req-1.A_b, req-1.A_b",
        "-, some.request, some.request, some.request",
        "-, r, *, r",
        "short, some.request, some.request, some.request",
        "req-1.A_b, not/sound, req-1.A_b, req-1.A_b",
        "req-1.A_b, '', req-1.A_b, req-1.A_b",
      })
  void callsARequestAsItsClientDoes(
      @Nullable String sentCorrelation,
      @Nullable String sentRequest,
      String correlation,
      String request) {
    HttpRequest.Builder asking = asAlice("/api/test/caller");
    if (sentCorrelation != null) {
      asking.header("X-Correlation-ID", sentCorrelation);
    }
    if (sentRequest != null) {
      asking.header("X-Request-ID", sentRequest);
    }
    HttpResponse<String> answer = send(asking);

    assertThat(answer.headers().allValues("X-Request-ID")).containsExactly(request);
    String used = json(answer).path("correlation_id").asString();
    assertThat(answer.headers().allValues("X-Correlation-ID")).containsExactly(used);
    if (correlation.equals("*")) {
      assertThat(used).matches("[0-9a-f-]{36}");
    } else {
      assertThat(used).isEqualTo(correlation);
    }
  }

  @Test
  void callsARequestByOneNewNameWhoseClientDoesNot() {
    HttpResponse<String> answer = send(asAlice("/api/test/caller"));
    assertThat(answer.headers().firstValue("X-Request-ID"))
        .isEqualTo(answer.headers().firstValue("X-Correlation-ID"))
        .isPresent();
  }

  @Test
  void saysSoOfRefusalsToo() {
    for (String path : List.of("/api/nope", "/api/test/failures/bug", "/api/test/failures/sent")) {
      HttpResponse<String> answer = send(asAlice(path).header("X-Request-ID", "mine"));
      assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
      assertThat(answer.headers().allValues("X-Request-ID")).as(path).containsExactly("mine");
    }
    assertThat(send(request("/api/test/caller").header("X-Request-ID", "mine")).headers().map())
        .containsEntry("X-Request-ID", List.of("mine"));
    for (String line : List.of("GET /api/v2/%00 HTTP/1.1", "GET /api/test/.. HTTP/1.1")) {
      assertThat(sendRaw(line + "\r\nHost: x\r\nX-Request-ID: mine\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 400")
          .containsOnlyOnce("\r\nX-Request-ID: mine\r\n")
          .containsOnlyOnce("\r\nX-Correlation-ID: ");
    }
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
