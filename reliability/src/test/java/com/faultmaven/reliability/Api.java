package com.faultmaven.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a process is asked. Each question throws an {@link IOException} if the process is gone
 * before it answers, and an {@link IllegalStateException} if it answers anything but what is
 * promised.
 */
final class Api {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = new JsonMapper();

  private final int port;
  private final String header;
  private final String identity;

  Api(int port) {
    this(port, "X-User-ID", "ada");
  }

  private Api(int port, String header, String identity) {
    this.port = port;
    this.header = header;
    this.identity = identity;
  }

  /** The same process, asked by somebody else. */
  Api as(String other) {
    return new Api(port, "X-User-ID", other);
  }

  /** The same process, asked with an access token. */
  Api bearing(String token) {
    return new Api(port, "Authorization", "Bearer " + token);
  }

  boolean isReady() throws InterruptedException {
    try {
      return send(request("/ready").build()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Opens a case; gives its id. */
  String open(String title) throws IOException, InterruptedException {
    return post("/api/v2/cases", "{\"title\":\"" + title + "\"}").at("/case_id").asString();
  }

  void retitle(String caseId, String title) throws IOException, InterruptedException {
    ask(
        request("/api/v2/cases/" + caseId)
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", BodyPublishers.ofString("{\"title\":\"" + title + "\"}")),
        200);
  }

  void delete(String caseId) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request("/api/v2/cases/" + caseId).DELETE().build());
    if (answer.statusCode() != 204) {
      throw new IllegalStateException("answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  /** Opens a session; gives its id. */
  String begin() throws IOException, InterruptedException {
    return post("/api/v1/sessions", "{}").at("/session_id").asString();
  }

  /** Says in public that an incident is over. */
  void resolve(String incident) throws IOException, InterruptedException {
    ask(asOperator("/api/v1/incidents/" + incident + "/resolve", "{}"), 200);
  }

  private HttpRequest.Builder asOperator(String path, String body) {
    return request(path)
        .header("X-User-Roles", "operator")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  /** Says what was seen; gives the id of the report. */
  String report() throws IOException, InterruptedException {
    return post(
            "/api/v1/reports",
            """
            {"location": {"type": "Point", "coordinates": [8.5412, 47.3766]},
             "analyses": [{"title": "Tiles fall from the roof", "severity": 0.9}]}
            """)
        .at("/report_id")
        .asString();
  }

  /** Sends a letter about a case. */
  void sendLetter(String caseId, String recipient) throws IOException, InterruptedException {
    answer(
        "/api/v1/cases/" + caseId + "/escalations",
        "{\"target_ids\":[],\"cc_emails\":[\"" + recipient + "\"]}",
        202);
  }

  void say(String caseId, String content) throws IOException, InterruptedException {
    post(
        "/api/v2/cases/" + caseId + "/messages",
        "{\"role\":\"user\",\"content\":\"" + content + "\"}");
  }

  /** Publishes a service; gives its id. */
  String publishService(String name) throws IOException, InterruptedException {
    return publish("/api/v1/services", "{\"name\":\"" + name + "\"}");
  }

  /** Publishes an incident of a service; gives its id. */
  String publishIncident(String title, String service) throws IOException, InterruptedException {
    return publish(
        "/api/v1/incidents",
        "{\"title\":\"%s\",\"severity\":\"low\",\"service_ids\":[\"%s\"]}"
            .formatted(title, service));
  }

  private String publish(String path, String body) throws IOException, InterruptedException {
    return ask(asOperator(path, body), 201).at("/id").asString();
  }

  /**
   * The next of the feed.
   *
   * @param after null begins with the oldest
   */
  JsonNode events(@Nullable String after) throws IOException, InterruptedException {
    String position = after == null ? "" : "&after=" + after;
    return ask(
        request("/api/v2/events?limit=500&wait=1" + position).header("X-User-Roles", "service"),
        200);
  }

  /** How long an answer is. */
  long bytes(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        CLIENT.send(request(path).build(), BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("answered " + answer.statusCode());
    }
    try (InputStream body = answer.body()) {
      return body.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** The status a body gets as a new case. */
  int statusOf(String body) throws IOException, InterruptedException {
    return status("POST", "/api/v2/cases", body);
  }

  /**
   * The status of any request.
   *
   * @param body JSON, empty for none
   */
  int status(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (body.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
      request.header("Content-Type", type).method(method, BodyPublishers.ofString(body));
    }
    return send(request.build()).statusCode();
  }

  /** What is answered to a body. */
  JsonNode answer(String path, String body, int promised) throws IOException, InterruptedException {
    return ask(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        promised);
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    return ask(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        201);
  }

  private static JsonNode ask(HttpRequest.Builder request, int promised)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request.build());
    if (answer.statusCode() != promised) {
      throw new IllegalStateException("answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header(header, identity);
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return CLIENT.send(request, BodyHandlers.ofString());
  }
}
