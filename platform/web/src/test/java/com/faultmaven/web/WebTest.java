package com.faultmaven.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.ProblemType;
import com.faultmaven.testing.LogWatch;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the filters over HTTP, as clients do. */
@SpringBootTest(classes = WebTestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class WebTest {

  static final JsonMapper JSON = new JsonMapper();
  static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Value("${local.server.port}")
  int port;

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  HttpRequest.Builder asAlice(String path) {
    return request(path).header("X-User-ID", "alice");
  }

  HttpRequest.Builder post(String path, String json) {
    LogWatch.lookFor(json);
    return asAlice(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  static HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    LogWatch.lookFor(request.headers());
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  /** What the server answers to these very bytes; with no body if the connection stays open. */
  String sendRaw(String request) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  static JsonNode assertProblem(HttpResponse<String> response, ProblemType type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(type.status());
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.headers().firstValue("X-Error-Code")).hasValue(type.name());
    JsonNode problem = json(response);
    assertThat(response.headers().firstValue("X-Correlation-ID"))
        .hasValue(problem.path("correlation_id").asString());
    assertProblem(problem, type);
    assertThat(problem.path("instance").asString())
        .isEqualTo(response.request().uri().getRawPath());
    return problem;
  }

  static JsonNode assertRawProblem(String response, ProblemType type) {
    assertThat(response).startsWith("HTTP/1.1 " + type.status());
    assertThat(response).contains("Content-Type: application/problem+json\r\n");
    assertThat(response).contains("X-Error-Code: " + type.name() + "\r\n");
    JsonNode problem = JSON.readTree(response.substring(response.indexOf("\r\n\r\n") + 4));
    assertThat(response)
        .contains("X-Correlation-ID: " + problem.path("correlation_id").asString() + "\r\n");
    return assertProblem(problem, type);
  }

  private static JsonNode assertProblem(JsonNode problem, ProblemType type) {
    assertThat(problem.propertyNames())
        .startsWith("type", "title", "status", "detail", "instance", "code", "correlation_id");
    assertThat(problem.path("type").asString()).isEqualTo(type.uri().toString());
    assertThat(problem.path("title").asString()).isEqualTo(type.title());
    assertThat(problem.path("status").asInt()).isEqualTo(type.status());
    assertThat(problem.path("code").asString()).isEqualTo(type.name());
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.toString()).doesNotContain("secret", "Exception", "java.", "org.");
    return problem;
  }
}
