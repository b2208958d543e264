package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.AUTHENTICATION_REQUIRED;
import static com.faultmaven.kernel.CommonProblem.REQUEST_TIMEOUT;
import static com.faultmaven.kernel.CommonProblem.SERVICE_UNAVAILABLE;
import static com.faultmaven.kernel.CommonProblem.TOO_MANY_REQUESTS;
import static com.faultmaven.kernel.CommonProblem.UNSUPPORTED_MEDIA_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** One client, slow or greedy, takes nothing from the others. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {
      "faultmaven.limits.header-deadline=2s",
      "faultmaven.limits.body-deadline=2s",
      "faultmaven.limits.bodies=600KB",
      "faultmaven.limits.requests=3",
      "faultmaven.limits.requests-per-caller=2",
      "faultmaven.limits.max-wait=500ms",
      "server.tomcat.connection-timeout=3s",
      "server.tomcat.keep-alive-timeout=60s",
    })
class LimitsTest extends WebTest {

  private final String correlationId = UUID.randomUUID().toString();

  @Test
  void servesOthersWhileManyClientsAreSlow() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        Socket socket = connect();
        write(socket, head("slow-" + i, "Content-Length: 1000") + "{");
        slow.add(socket);
      }
      for (int i = 0; i < 5; i++) {
        assertThat(send(asAlice("/api/test/things").timeout(Duration.ofSeconds(1))).statusCode())
            .isEqualTo(200);
      }
      for (Socket socket : slow) {
        assertThat(rest(socket)).startsWith("HTTP/1.1 408");
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Each byte comes long before a silence would end the connection. */
  @Test
  void givesTheHeadersOfARequestOnlySoMuchTimeAndServesOthersMeanwhile() throws Exception {
    List<String> beginnings =
        List.of("GET /", "GET /api/test/things HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        String beginning = beginnings.get(i % 2);
        answers.add(clients.submit(() -> trickleAfter(beginning)));
      }
      for (int i = 0; i < 5; i++) {
        assertThat(send(asAlice("/api/test/things").timeout(Duration.ofSeconds(1))).statusCode())
            .isEqualTo(200);
      }
    }
    assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEmpty());
  }

  @Test
  void countsTheTimeOfEachRequestOnAConnection() throws IOException {
    try (Socket socket = connect()) {
      InputStream in = socket.getInputStream();
      for (int turn = 0; turn < 3; turn++) {
        write(
            socket, "OPTIONS /api/test/things HTTP/1.1\r\nHost: x\r\nX-User-ID: alice\r\nX-Slow: ");
        socket.setSoTimeout(100);
        for (int i = 0; i < 9; i++) {
          assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
          write(socket, "x");
        }
        socket.setSoTimeout(10_000);
        write(socket, "\r\n\r\n");
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
          answer.append((char) in.read());
        }
        assertThat(answer).startsWith("HTTP/1.1 200").contains("Content-Length: 0\r\n");
      }
    }
  }

  @Test
  void givesABodyOnlySoMuchTime(CapturedOutput output) throws IOException {
    try (Socket socket = connect()) {
      write(socket, head("alice", "Content-Length: 1000000"));
      String answer = trickle(socket, "x");

      assertRawProblem(answer, REQUEST_TIMEOUT);
      assertThat(answer).contains(correlationId).contains("\r\nConnection: close");
    }
    assertThat(output).doesNotContain("ERROR");
  }

  @Test
  void givesAnUnannouncedBodyOnlySoMuchTime() throws IOException {
    try (Socket socket = connect()) {
      write(socket, head("alice", "Transfer-Encoding: chunked"));

      assertRawProblem(trickle(socket, "1\r\nx\r\n"), REQUEST_TIMEOUT);
    }
  }

  @Test
  void saysSoToAClientThatStalls(CapturedOutput output) throws IOException {
    try (Socket socket = connect()) {
      write(socket, head("alice", "Content-Length: 1000") + "{");
      String answer = rest(socket);

      assertRawProblem(answer, REQUEST_TIMEOUT);
      assertThat(answer).contains(correlationId).contains("\r\nConnection: close");
    }
    assertThat(output).doesNotContain("ERROR");
  }

  @Test
  void doesNotWaitLongForWhatIsLeftOfARefusedBody() throws IOException {
    try (Socket socket = connect()) {
      write(
          socket,
          "POST /api/test/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Content-Length: 1000000\r\n\r\n{");
      long start = System.nanoTime();
      String answer = trickle(socket, "x");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertRawProblem(answer, AUTHENTICATION_REQUIRED);
    }
  }

  @Test
  void keepsTheConnectionWhenWhatIsLeftOfABodyComesSoon() throws IOException {
    try (Socket socket = connect()) {
      String refused = head("alice", "Content-Encoding: gzip\r\nContent-Length: 2") + "{}";
      write(socket, refused + refused.replace("Host: x", "Host: x\r\nConnection: close"));

      assertThat(rest(socket).split("HTTP/1.1 415", -1)).hasSize(3);
    }
  }

  @Test
  void boundsTheBytesOfAllBodies() throws IOException {
    try (Socket socket = connect()) {
      write(socket, head("alice", "Content-Length: 590000") + "x".repeat(580_000));
      HttpRequest.Builder another =
          post("/api/test/things", "{\"name\":\"late\"}" + " ".repeat(40_000))
              .setHeader("X-User-ID", "bob");

      await().until(() -> send(another).statusCode() == 503);
      HttpResponse<String> refused = send(another);
      assertProblem(refused, SERVICE_UNAVAILABLE);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(rest(socket)).startsWith("HTTP/1.1 408");
      assertThat(send(another).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void boundsTheRequestsOfOneCallerAndOfAll() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
    held.add(holdAt("gate-1", "alice"));
    held.add(holdAt("gate-2", "alice"));

    HttpResponse<String> third = send(asAlice("/api/test/things"));
    assertProblem(third, TOO_MANY_REQUESTS);
    assertThat(third.headers().firstValue("Retry-After")).isPresent();
    assertProblem(
        send(asAlice("/api/test/things").header("X-Organization-ID", "another")),
        TOO_MANY_REQUESTS);
    assertThat(send(as("bob")).statusCode()).isEqualTo(200);

    held.add(holdAt("gate-3", "bob"));
    assertProblem(send(as("carol")), SERVICE_UNAVAILABLE);

    List.of("gate-1", "gate-2", "gate-3").forEach(gate -> Things.GATES.open(gate).letPass());
    assertThat(held).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    assertThat(send(as("carol")).statusCode()).isEqualTo(200);
    assertThat(send(as("alice")).statusCode()).isEqualTo(200);
  }

  @Test
  void readsNoCodedBodies() {
    HttpResponse<String> refused =
        send(post("/api/test/things", "{}").header("Content-Encoding", "gzip"));
    assertProblem(refused, UNSUPPORTED_MEDIA_TYPE);
    assertThat(refused.headers().firstValue("Accept-Encoding")).hasValue("identity");
    assertThat(
            send(post("/api/test/things", "{\"name\":\"plain\"}")
                    .header("Content-Encoding", "identity"))
                .statusCode())
        .isEqualTo(201);
  }

  private CompletableFuture<HttpResponse<String>> holdAt(String gate, String user)
      throws InterruptedException {
    Gate opened = Things.GATES.open(gate);
    var answer =
        CLIENT.sendAsync(
            request("/api/test/wait/" + gate).header("X-User-ID", user).build(),
            BodyHandlers.ofString());
    opened.awaitArrival();
    return answer;
  }

  private HttpRequest.Builder as(String user) {
    return request("/api/test/things").header("X-User-ID", user);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(10_000);
    return socket;
  }

  private String head(String user, String length) {
    return "POST /api/test/things HTTP/1.1\r\nHost: x\r\nX-User-ID: "
        + user
        + "\r\nX-Correlation-ID: "
        + correlationId
        + "\r\nContent-Type: application/json\r\n"
        + length
        + "\r\n\r\n";
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String trickleAfter(String beginning) throws IOException {
    try (Socket socket = connect()) {
      write(socket, beginning);
      return trickle(socket, "x");
    }
  }

  /** Sends a little ten times a second until the server closes; gives what it answered. */
  private static String trickle(Socket socket, String little) throws IOException {
    socket.setSoTimeout(100);
    StringBuilder answer = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int turn = 0; turn < 150; turn++) {
      try {
        int octet = in.read();
        while (octet >= 0) {
          answer.append((char) octet);
          octet = in.read();
        }
        return answer.toString();
      } catch (SocketTimeoutException nothingYet) {
        try {
          write(socket, little);
        } catch (IOException closed) {
          return answer.toString();
        }
      } catch (IOException reset) {
        return answer.toString();
      }
    }
    throw new AssertionError("The server still listens after 15 seconds: " + answer);
  }
}
