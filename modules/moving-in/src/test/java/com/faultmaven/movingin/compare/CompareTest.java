package com.faultmaven.movingin.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two services on the loopback, and what compare finds between them. */
class CompareTest {

  private final Service old = new Service();
  private final Service now = new Service();
  private final Path directory;

  CompareTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
  }

  /** Answers with what it is told to, and remembers what it was asked. */
  private static final class Service {
    final HttpServer server;
    final Map<String, String> answers = new ConcurrentHashMap<>();
    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    final Queue<String> roles = new ConcurrentLinkedQueue<>();
    final AtomicInteger atOnce = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();

    Service() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(
          "/",
          exchange -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            asked.add(
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("X-User-ID"));
            roles.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-User-Roles")));
            String answer = answers.get(exchange.getRequestURI().toString());
            byte[] body =
                (answer == null ? "{\"detail\":\"Not Found\"}" : answer)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            atOnce.decrementAndGet();
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
    }

    String address() {
      return "http://localhost:" + server.getAddress().getPort();
    }
  }

  @AfterEach
  void stop() {
    old.server.stop(0);
    now.server.stop(0);
  }

  private record Run(int status, String said) {}

  private Run compare(String log, String... more) throws IOException {
    Path file = Files.writeString(directory.resolve("log"), log);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--old", old.address(), "--new", now.address() + "/", "--log", file.toString()));
    arguments.addAll(List.of(more));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        new CompareCommand()
            .run(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                arguments.toArray(String[]::new));
    return new Run(status, said.toString(StandardCharsets.UTF_8));
  }

  @Test
  void findsThatWhatSaysTheSameIsTheSame() throws IOException {
    old.answers.put(
        "/api/v1/cases/case_0123456789ab",
        "{\"title\":\"a\",\"created_at\":\"2025-01-02T03:04:05.100000\",\"metadata\":{\"n\":1.0,\"m\":2}}");
    now.answers.put(
        "/api/v1/cases/case_0123456789ab",
        "{\"metadata\":{\"m\":2,\"n\":1},\"created_at\":\"2025-01-02T03:04:05.1Z\",\"title\":\"a\"}");

    Run run =
        compare(
            """
            127.0.0.1 - - [26/Nov/2026:06:00:00 +0000] "GET /api/v1/cases/case_0123456789ab HTTP/1.1" 200 17
            127.0.0.1 - - [26/Nov/2026:06:00:00 +0000] "GET /api/v1/cases/nowhere HTTP/1.1" 404 17
            """);

    assertThat(run.said())
        .contains("/api/v1/cases/{id}: 2 same, 0 different, 0 failed")
        .contains("2 reads; passed over 0 writes and 0 lines");
    assertThat(run.status()).isZero();
  }

  @Test
  void reportsDifferencesByRouteAndWithoutWhatPeopleWrote() throws IOException {
    for (int number = 0; number < 5; number++) {
      old.answers.put("/api/v1/cases/case_" + number, "{\"title\":\"secret\",\"tags\":[1]}");
      now.answers.put(
          "/api/v1/cases/case_" + number, "{\"title\":\"other\",\"tags\":[1,2],\"x\":1}");
    }
    old.answers.put("/api/v1/cases?page=1", "{\"cases\":[]}");
    Path report = directory.resolve("report");

    Run run =
        compare(
            """
            {"path": "/api/v1/cases/case_0"}
            {"path": "/api/v1/cases/case_1"}
            {"path": "/api/v1/cases/case_2"}
            {"path": "/api/v1/cases/case_3"}
            {"method": "GET", "path": "/api/v1/cases?page=1"}
            """,
            "--report",
            report.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said())
        .contains("/api/v1/cases/{id}: 0 same, 4 different, 0 failed")
        .contains(
            "/title: STRING and STRING", "/tags: 1 and 2 elements", "/x: only the new one has it")
        .contains("/api/v1/cases: 0 same, 1 different, 0 failed", "status: 200 and 404")
        .doesNotContain("secret");
    assertThat(run.said().lines().filter(line -> line.strip().startsWith("/api/v1/cases/case_")))
        .hasSize(3);
    assertThat(Files.readAllLines(report)).hasSize(5);
    assertThat(compare("{\"path\": \"/api/v1/cases/case_0\"}", "--values").said())
        .contains("secret");
  }

  @Test
  void neverSendsAWrite() throws IOException {
    Run run =
        compare(
            """
            "POST /api/v1/cases HTTP/1.1" 201
            "DELETE /api/v1/cases/case_1 HTTP/1.1" 204
            "PUT /api/v1/cases/case_1 HTTP/1.1" 200
            "HEAD /api/v1/cases HTTP/1.1" 200
            {"method": "PATCH", "path": "/api/v2/cases/case_1"}
            "GET /api/v1/cases HTTP/1.1" 200
            """);

    assertThat(run.said()).contains("1 reads; passed over 5 writes and 0 lines");
    assertThat(old.asked).containsExactly("GET /api/v1/cases null");
    assertThat(now.asked).containsExactly("GET /api/v1/cases null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET //evil.example/ HTTP/1.1",
        "{\"path\": \"http://evil.example/\"}",
        "{\"path\": \"@evil.example/\"}",
        "{\"path\": \"/a\\r\\nX-User-ID: eve\"}",
        "{\"path\": \"/a\", \"headers\": {\"Host\": \"evil.example\"}}",
        "{\"path\": \"/a\", \"headers\": {\"X-User-ID\": \"a\\nb\"}}",
        "{\"path\": 5}",
        "{\"path",
        "\"GET /a%zz HTTP/1.1\"",
        "no request at all"
      })
  void asksForNothingThatIsNoRequest(String line) throws IOException {
    Run run = compare(line);

    assertThat(run.said()).contains("0 reads; passed over 0 writes and 1 lines");
    assertThat(run.status()).isEqualTo(65);
    assertThat(old.asked).isEmpty();
  }

  @Test
  void takesIdentitiesFromColumns() throws IOException {
    Run run =
        compare(
            "GET\t200\t/api/v1/cases\tada\nGET\t200\t/api/v1/cases\t\nGET\n",
            "--columns",
            "method,-,path,X-User-ID",
            "--header",
            "X-User-ID: somebody");

    assertThat(run.said()).contains("2 reads; passed over 0 writes and 1 lines");
    assertThat(old.asked)
        .containsExactlyInAnyOrder("GET /api/v1/cases ada", "GET /api/v1/cases somebody");
    assertThat(now.asked).containsExactlyInAnyOrderElementsOf(old.asked);
  }

  @Test
  void readsWhatNginxWrites() throws IOException {
    Run run =
        compare(
            """
            GET\t/api/v1/cases\tada\t[\\x22user\\x22]
            GET\t/api/v1/cases\t-\t-
            GET\t/api/v1/cases\ta\\x0D\\x0AX-User-ID: eve\t-
            """,
            "--columns",
            "method,path,X-User-ID,X-User-Roles");

    assertThat(run.said()).contains("2 reads; passed over 0 writes and 1 lines");
    assertThat(old.asked)
        .containsExactlyInAnyOrder("GET /api/v1/cases ada", "GET /api/v1/cases null");
    assertThat(old.roles).containsExactlyInAnyOrder("[\"user\"]", "null");
  }

  @Test
  void leavesOutWhatMayDiffer() throws IOException {
    old.answers.put(
        "/a", "{\"cases\":[{\"id\":1,\"at\":1},{\"id\":2,\"at\":1}],\"version\":\"1\"}");
    now.answers.put(
        "/a", "{\"cases\":[{\"id\":2,\"at\":3},{\"id\":1,\"at\":2}],\"version\":\"2\"}");

    assertThat(compare("{\"path\":\"/a\"}", "--ignore", "/cases/*/at").status()).isEqualTo(1);
    assertThat(compare("{\"path\":\"/a\"}", "--ignore=/cases/*/at", "--unordered=/cases").status())
        .isZero();
  }

  @Test
  void keepsToItsRateAndConcurrency() throws IOException {
    long start = System.nanoTime();

    Run run = compare("{\"path\":\"/a\"}\n".repeat(40), "--rate", "100", "--concurrency", "2");

    assertThat(System.nanoTime() - start).isGreaterThan(380_000_000L);
    assertThat(run.said()).contains("40 reads");
    assertThat(now.mostAtOnce.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void saysThatAServiceDoesNotAnswer() throws IOException {
    now.server.stop(0);

    Run run = compare("{\"path\":\"/a\"}\n{\"path\":\"/b\"}");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said()).contains("/a: 0 same, 0 different, 1 failed", "no answer");
  }

  @Test
  void saysWhatItNeeds() throws IOException {
    assertThat(new CompareCommand().run(System.out)).isEqualTo(64);
    assertThat(compare("", "--rate", "0"))
        .matches(run -> run.status() == 64 && run.said().contains("--rate"));
    assertThat(compare("", "--raet", "5").said()).contains("There is no option --raet.");
    assertThat(compare("", "--old", "ftp://x").said()).contains("--old is an address");
    assertThat(compare("", "--log", "/nowhere/log").status()).isEqualTo(65);
  }
}
