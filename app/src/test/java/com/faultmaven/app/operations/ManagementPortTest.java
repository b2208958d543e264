package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** As in production: what is for operators is no longer where everybody calls. */
@IntegrationTest
@TestPropertySource(
    properties = {"management.server.port=0", "management.server.address=127.0.0.1"})
class ManagementPortTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @Value("${local.management.port}")
  private int management;

  @Test
  void hasTheMetricsAlone() throws Exception {
    Api.on(port).get("/status").is(200);

    HttpResponse<String> metrics = send("GET", "/metrics");

    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body())
        .contains("jvm_memory_used_bytes", "http_requests_total{", "route=\"/status\"");
    Api.on(port).get("/metrics").is(404, "ROUTE_NOT_FOUND");
  }

  /** The small server is that of metrics, and no other. */
  @Test
  void leavesManyConnectionsToOthers() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        open.add(new Socket("127.0.0.1", port));
      }
      Api.on(port).get("/health").is(200);
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void leavesProbesWhereTheyWere() {
    Api.on(port).get("/health").is(200);
    Api.on(port).get("/ready").is(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/health",
        "/ready",
        "/api/v2/cases",
        "/env",
        "/actuator",
        "/heapdump",
        "/shutdown",
        "/metrics/..;/env",
        "/docs"
      })
  void servesNothingElse(String path) throws Exception {
    for (String method : new String[] {"GET", "POST"}) {
      HttpResponse<String> answer = send(method, path);
      assertThat(answer.statusCode()).as(method + path).isIn(400, 404);
      assertThat(answer.body()).doesNotContainIgnoringCase("exception", "tomcat", "\tat ");
    }
  }

  @Test
  void tellsNothingOfItselfToWhoSpeaksNoHttp() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", management)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("NONSENSE\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("tomcat", "java");
    }
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + management + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }
}
