package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.BODY_TOO_LARGE;
import static com.faultmaven.kernel.CommonProblem.MALFORMED_BODY;
import static com.faultmaven.kernel.CommonProblem.REQUEST_TIMEOUT;
import static com.faultmaven.kernel.CommonProblem.SERVICE_UNAVAILABLE;
import static com.faultmaven.kernel.CommonProblem.TOO_MANY_REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A stranger whose bodies come slowly keeps nobody from what is public. */
@TestPropertySource(
    properties = {
      "faultmaven.limits.public-requests=2",
      // a network has one of them
      "faultmaven.limits.public-bodies=4",
      "faultmaven.limits.max-wait=200ms",
      "faultmaven.limits.body=100KB",
      // of which strangers have a third
      "faultmaven.limits.bodies=300KB",
      "faultmaven.limits.body-deadline=4s",
      "faultmaven.limits.trusted-proxies=127.0.0.0/8,::1",
      "server.tomcat.connection-timeout=4s",
      // the headers of an eighth of them may be on their way
      "server.tomcat.max-connections=400",
    })
class StrangersTest extends WebTest {

  private static final String COMMENTS = "/api/v1/services/1/comments";
  private static final String HISTORY = "/api/v1/services/1/history";
  private static final String FORM = "/pages/subscriptions";
  private static final String SLOW_NETWORK = "192.0.2.1";
  private static final String BODY = "{\"name\":\"x\"}";

  private final List<Socket> slow = new ArrayList<>();

  @AfterEach
  void leave() throws IOException {
    for (Socket socket : slow) {
      socket.close();
    }
    // nobody is waited for in vain for long
    await().until(() -> send(comment(SLOW_NETWORK, BODY)).statusCode() == 201);
  }

  @Test
  void keepsNobodyFromReadingNorFromSendingWhatComesAtOnce() throws IOException {
    for (int i = 0; i < 50; i++) {
      beginSlowly(SLOW_NETWORK, COMMENTS, "{");
      begin(SLOW_NETWORK, FORM, 100, "email=");
    }
    for (int i = 0; i < 5; i++) {
      assertThat(send(soon(request("/api/v1/services"))).statusCode()).isEqualTo(200);
      assertThat(sendAtOnce(SLOW_NETWORK, COMMENTS, BODY)).startsWith("HTTP/1.1 201");
    }
  }

  /** Their bodies come a while after their headers. */
  @Test
  void keepsNobodyElsewhereFromSendingSlowly() throws IOException {
    Socket one = beginSlowly(SLOW_NETWORK, COMMENTS, "{");
    Socket another = beginSlowly(SLOW_NETWORK, COMMENTS, "{");

    Socket other = begin("198.51.100.1", COMMENTS, BODY.length(), BODY.substring(0, 3));
    write(other, BODY.substring(3));
    assertThat(firstLine(other)).startsWith("HTTP/1.1 201");
    List<String> answers = List.of(rest(one), rest(another));
    assertThat(answers)
        .filteredOn(answer -> !answer.startsWith("HTTP/1.1 408"))
        .singleElement()
        .satisfies(refused -> assertRawProblem(refused, TOO_MANY_REQUESTS));
  }

  @Test
  void isRefusedWhereThereAreTooManyOfItsKind() throws IOException {
    for (int network = 1; network <= 5; network++) {
      beginSlowly("198.51." + network + ".1", COMMENTS, "{");
    }
    assertThat(sendAtOnce("203.0.113.1", COMMENTS, BODY)).startsWith("HTTP/1.1 201");
    assertThat(send(thing("")).statusCode()).isEqualTo(201);

    List<String> answers = new ArrayList<>();
    for (Socket socket : slow) {
      answers.add(rest(socket));
    }
    assertThat(answers)
        .filteredOn(answer -> !answer.startsWith("HTTP/1.1 408"))
        .singleElement()
        .satisfies(refused -> assertRawProblem(refused, SERVICE_UNAVAILABLE))
        .asString()
        .contains("\r\nRetry-After: 1\r\n");
  }

  @Test
  void keepsNobodyFromReadingWhileItTakesLargeAnswersSlowly() throws IOException {
    assertThat(send(request(HISTORY)).body()).hasSizeGreaterThan(8_000_000);
    Socket first = receiveSlowly();
    assertThat(first.getInputStream().read()).isEqualTo('H');
    for (int i = 0; i < 20; i++) {
      receiveSlowly();
    }

    for (int i = 0; i < 5; i++) {
      assertThat(send(soon(request("/api/v1/services"))).statusCode()).isEqualTo(200);
    }
    Socket refused = receiveSlowly();
    assertRawProblem(rest(refused), TOO_MANY_REQUESTS);
    assertThat(send(request(HISTORY).header("X-Forwarded-For", "198.51.100.1")).statusCode())
        .as("elsewhere")
        .isEqualTo(200);
  }

  /** Each would take some 50 KB. */
  @Test
  void isNotWaitedForWhereTheHeadersOfTooManyTrickle() throws IOException {
    for (int i = 0; i < 60; i++) {
      Socket socket = new Socket("localhost", port);
      slow.add(socket);
      socket.setSoTimeout(1);
      write(socket, "GET /api/v1/services HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    }

    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(slow.stream().filter(StrangersTest::isClosed)).hasSize(10));
    assertThat(send(soon(request("/api/v1/services"))).statusCode()).isEqualTo(200);
  }

  private static boolean isClosed(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** Even the longest body of somebody who is known finds room. */
  @Test
  void takesNoMemoryFromThoseWhoAreKnown() throws IOException {
    String most = " ".repeat(99_000);
    for (int network = 1; network <= 4; network++) {
      beginSlowly("198.51." + network + ".1", COMMENTS, most);
    }

    assertThat(send(thing(most)).statusCode()).isEqualTo(201);
  }

  @Test
  void canSendAForm() {
    HttpResponse<String> answer =
        send(form(FORM + "?service=a", "email=ada%40example.com&service=b+c&service=%C3%BC&x"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("email").asString()).isEqualTo("ada@example.com");
    assertThat(json(answer).path("services").toString()).isEqualTo("[\"a\",\"b c\",\"ü\"]");
  }

  @Test
  void isToldWhatIsWrongWithAForm() {
    assertProblem(send(form(FORM, "email=%zz")), MALFORMED_BODY);
    assertProblem(send(form(FORM, "email=" + "x".repeat(70_000))), BODY_TOO_LARGE);
  }

  @Test
  void isGivenOnlySoMuchTimeForAForm() throws IOException {
    long start = System.nanoTime();

    String answer = rest(begin(SLOW_NETWORK, FORM, 100, "email="));
    assertRawProblem(answer, REQUEST_TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  /** Asks for much, and takes nothing. */
  private Socket receiveSlowly() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress("localhost", port));
    socket.setSoTimeout(10_000);
    slow.add(socket);
    write(
        socket,
        "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-For: %s\r\n\r\n"
            .formatted(HISTORY, SLOW_NETWORK));
    return socket;
  }

  private Socket beginSlowly(String from, String path, String beginning) throws IOException {
    return begin(from, path, 99_500, beginning);
  }

  private Socket begin(String from, String path, int length, String beginning) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
    slow.add(socket);
    write(socket, head(from, path, length));
    write(socket, beginning);
    return socket;
  }

  private String sendAtOnce(String from, String path, String body) {
    return sendRaw(
        head(from, path, body.length()).replace("Host: x", "Host: x\r\nConnection: close") + body);
  }

  private static String head(String from, String path, int length) {
    String type = path.equals(FORM) ? "application/x-www-form-urlencoded" : "application/json";
    return "POST %s HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: %s\r\nContent-Type: %s\r\nContent-Length: %s\r\n\r\n"
        .formatted(path, from, type, length);
  }

  private HttpRequest.Builder comment(String from, String body) {
    return request(COMMENTS)
        .header("X-Forwarded-For", from)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  /** Of somebody who is known. */
  private HttpRequest.Builder thing(String space) {
    return post(
        "/api/test/things",
        "{\"name\":\"%s\"}".formatted(UUID.randomUUID().toString().substring(0, 8)) + space);
  }

  private HttpRequest.Builder form(String path, String form) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  private static HttpRequest.Builder soon(HttpRequest.Builder request) {
    return request.timeout(Duration.ofSeconds(1));
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String firstLine(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
