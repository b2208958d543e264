package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A body that its document calls streamed is read by its handler, up to a bound of its own. */
@TestPropertySource(
    properties = {
      "faultmaven.limits.body=1KB",
      "faultmaven.limits.bodies=4KB",
      "faultmaven.limits.streams=1",
      "faultmaven.limits.stream-deadline=2s",
      "faultmaven.limits.max-wait=200ms",
      "server.tomcat.connection-timeout=1s",
    })
class StreamedBodiesTest extends WebTest {

  private static final int BOUND = 3_000_000;

  private final String thing = UUID.randomUUID().toString();

  @Test
  void reachesItsHandlerBeforeItsEndHasCome() throws Exception {
    Gate gate = Services.GATES.open(thing);
    try (Socket socket = connect()) {
      write(socket, head("Content-Length: 5") + "a");
      gate.awaitArrival();
      gate.letPass();
      write(socket, "bcde");
      assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains("{\"length\":5}");
    }
  }

  @Test
  void isLargerThanWhatIsHeldInMemory() {
    HttpResponse<String> answer = send(upload(BodyPublishers.ofByteArray(new byte[BOUND])));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("length").asInt()).isEqualTo(BOUND);
  }

  @Test
  void isRefusedBeyondItsBound() {
    assertProblem(send(upload(BodyPublishers.ofByteArray(new byte[BOUND + 1]))), BODY_TOO_LARGE);
    assertProblem(
        send(
            upload(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[BOUND + 1])))),
        BODY_TOO_LARGE);
  }

  @Test
  void hasOnlySoMuchTime() throws IOException {
    try (Socket socket = connect()) {
      write(socket, head("Content-Length: 1000000"));
      assertRawProblem(trickle(socket), REQUEST_TIMEOUT);
    }
  }

  @Test
  void isNotWaitedForWhenItStalls() throws IOException {
    try (Socket socket = connect()) {
      write(socket, head("Content-Length: 1000") + "a");
      assertRawProblem(answer(socket), REQUEST_TIMEOUT);
    }
  }

  /** The container dispatches what it gave up reading to the error page. */
  @Test
  void isRefusedForOneReasonOnly() throws IOException {
    try (Socket socket = connect()) {
      write(
          socket,
          head("Content-Length: 1000")
              .replace("/api/v1/things/" + thing + "/evidence", "/api/v1/services?x=1"));
      assertRawProblem(answer(socket), REQUEST_TIMEOUT);
    }
  }

  @Test
  void takesAPlaceAmongItsLikeAndNoneFromOthers() throws Exception {
    Gate gate = Services.GATES.open(thing);
    try (Socket socket = connect()) {
      write(socket, head("Content-Length: 2") + "a");
      gate.awaitArrival();

      assertProblem(
          send(upload(BodyPublishers.ofString("x")).setHeader("X-User-ID", "bob")),
          SERVICE_UNAVAILABLE);
      assertThat(send(asAlice("/api/v1/things/1/evidence")).statusCode()).isEqualTo(200);
      gate.letPass();
      write(socket, "b");
      assertThat(answer(socket)).startsWith("HTTP/1.1 200");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded", "text/plain"})
  void isParsedByNobodyElse(String type) {
    HttpResponse<String> answer =
        send(upload(BodyPublishers.ofString("a=%zz&{")).setHeader("Content-Type", type));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("length").asInt()).isEqualTo(7);
  }

  @Test
  void takesNoKeyThatWouldNeedItBeforehand() {
    JsonNode problem =
        assertProblem(
            send(upload(BodyPublishers.ofString("x")).header("Idempotency-Key", thing)),
            INVALID_PARAMETER);
    assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("Idempotency-Key");
  }

  @Test
  void isNotCoded() {
    assertProblem(
        send(upload(BodyPublishers.ofString("x")).header("Content-Encoding", "gzip")),
        UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void boundsWhatIsHeldInMemoryByItsOperationToo() {
    String notes = "/api/v1/services/1/notes";
    String note = "{\"name\":\"x\"}";
    assertThat(send(post(notes, note + " ".repeat(100 - note.length()))).statusCode())
        .isEqualTo(201);
    assertProblem(send(post(notes, note + " ".repeat(101 - note.length()))), BODY_TOO_LARGE);
  }

  private HttpRequest.Builder upload(BodyPublisher body) {
    return asAlice("/api/v1/things/" + thing + "-2/evidence")
        .header("Content-Type", "application/octet-stream")
        .POST(body);
  }

  private String head(String length) {
    return "POST /api/v1/things/"
        + thing
        + "/evidence HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\nConnection: close\r\n"
        + "Content-Type: application/octet-stream\r\n"
        + length
        + "\r\n\r\n";
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Sends a little ten times a second until the server answers. */
  private static String trickle(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    for (int turn = 0; turn < 100; turn++) {
      try {
        int first = socket.getInputStream().read();
        socket.setSoTimeout(10_000);
        return (char) first + answer(socket);
      } catch (java.net.SocketTimeoutException nothingYet) {
        write(socket, "x");
      }
    }
    throw new AssertionError("The server still listens after 10 seconds.");
  }
}
