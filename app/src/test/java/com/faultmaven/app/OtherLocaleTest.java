package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.App;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Operations;
import com.faultmaven.testing.Operations.Operation;
import com.faultmaven.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of a process whose machine writes numbers in Arabic digits, has the letters of
 * Turkish, lives 5:45 hours from UTC and knows no charset but ASCII.
 */
class OtherLocaleTest {

  private static final Path LOG = Path.of("target", "other-locale.log");

  /** Method, path, body and what is answered; the case is the one that was opened first. */
  private static final String WALK =
      """
      GET    | /api/v2/cases?tag=I&q=iron&created_before=2999-01-01T00:00:00Z |  | 200
      GET    | /api/v2/cases?q=IRONING&sort=relevance&offset=0 |  | 200
      GET    | /api/v2/cases/facets?severity=critical |  | 200
      GET    | {case} |  | 200
      PATCH  | {case} | {"title":"Ironing again","category":"infrastructure"} | 200
      POST   | {case}/status-changes | {"status":"investigating"} | 201
      GET    | {case}/status-changes |  | 200
      PUT    | {case}/archive |  | 204
      DELETE | {case}/archive |  | 204
      GET    | /api/v2/users/ada/cases?include_archived=true |  | 200
      POST   | {case}/messages | {"content":"\\u0661"} | 201
      GET    | {case}/messages |  | 200
      GET    | {case}/messages/{message} |  | 200
      GET    | {case}/tags |  | 200
      POST   | {case}/tags | {"tags":["HIGH","h\\u0131gh"]} | 200
      PUT    | {case}/tags | {"tags":["HI","ho"]} | 200
      DELETE | {case}/tags/hi |  | 204
      GET    | /api/v2/tags?prefix=HO |  | 200
      POST   | /api/v2/tags/HO/rename | {"new_tag":"IHO"} | 200
      PUT    | {case}/participants/grace | {"role":"viewer"} | 201
      GET    | {case}/participants |  | 200
      DELETE | {case}/participants/grace |  | 204
      GET    | /api/v1/cases?page=1&page_size=7 |  | 200
      GET    | /api/v1/cases/session/IDE?page=1 |  | 200
      GET    | {v1} |  | 200
      PUT    | {v1} | {"title":"Ironing","severity":"high"} | 200
      POST   | {v1}/status | {"status":"investigating"} | 200
      GET    | /api/v2/admin/deprecated-usage |  | 200
      GET    | /api/v2/events?limit=5 |  | 200
      POST   | /api/v2/admin/publisher/rewind | {"to_cursor":"none"} | 422
      GET    | /api/v2/admin/dead-letters |  | 200
      POST   | /api/v2/admin/dead-letters/replay | {"consumer":"nobody"} | 202
      GET    | /api/v2/admin/dead-letters/5d0a7c52-41b9-4a6e-8f0b-93a1d2c7e604 |  | 404
      POST   | /api/v2/admin/dead-letters/5d0a7c52-41b9-4a6e-8f0b-93a1d2c7e604/replay | {} | 404
      POST   | /api/v2/admin/dead-letters/5d0a7c52-41b9-4a6e-8f0b-93a1d2c7e604/discard | {"reason":"I"} | 404
      DELETE | {v1} |  | 204
      DELETE | {case} |  | 404
      DELETE | /api/v2/admin/users/ada/data |  | 202
      """;

  private static Process process;
  private static int port;

  private final Api api = Api.on(port).as("ada").with("X-User-Roles", "[\"admin\"]");
  private final List<String> answered = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    try (Connection connection = TestDatabase.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database elsewhere");
    }
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.language.format=ar",
            "-Duser.country.format=EG",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=COMPAT",
            "-cp",
            System.getProperty("java.class.path"),
            App.class.getName(),
            "--server.port=" + port,
            "--spring.datasource.url="
                + TestDatabase.jdbcUrl().replace("/postgres?", "/elsewhere?"));
    builder.environment().put("LC_ALL", "C");
    process = builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    await()
        .atMost(Duration.ofSeconds(90))
        .failFast("the service ended; see " + LOG, () -> !process.isAlive())
        .until(OtherLocaleTest::listens);
  }

  @AfterAll
  static void stop() throws Exception {
    process.destroyForcibly().waitFor();
  }

  @Test
  void everyOperationAnswersAsAnywhereElse() {
    Answer opened =
        call(
            "POST",
            "/api/v2/cases",
            """
            {"title":"IRONING","severity":"critical","session_id":"IDE","tags":["I"],
             "description":"\\u0130\\u0131 \\ud83d\\udd25 1234567","initial_message":"I"}
            """,
            201);
    call("POST", "/api/v1/cases", "{\"tags\":[\"I\"]}", 201);
    Answer message = call("GET", opened.header("Location") + "/messages", "", 200);
    for (String line : WALK.strip().lines().toList()) {
      String[] parts = line.split("\\|");
      call(
          parts[0].strip(),
          parts[1]
              .strip()
              .replace("{case}", opened.header("Location"))
              .replace("{v1}", opened.header("Location").replace("v2", "v1"))
              .replace("{message}", message.text("/messages/0/message_id")),
          parts[2].strip(),
          Integer.parseInt(parts[3].strip()));
    }

    assertThat(Operations.all()).allMatch(this::wasCalled);
  }

  @Test
  void whatIsMadeHereIsMadeOfAscii() {
    Answer opened = call("POST", "/api/v1/cases", "{}", 201);

    assertThat(opened.text("/title")).matches("Case-[0-9]{4}-[0-9]+");
    assertThat(opened.text("/created_at")).matches("[-0-9]{10}T[0-9:]{8}(\\.[0-9]+)?Z");
    assertThat(opened.header("Sunset")).matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} .*GMT");
    assertThat(opened.header("Deprecation")).matches("@[0-9]+");
    assertThat(call("POST", "/api/v2/cases", "{\"title\":", 400).text("/detail"))
        .contains("line 1, column 10");
    assertThat(api.get("/api/v2/cases?tag=i&limit=1").text("/next_cursor")).matches("[\\w-]*");
  }

  private Answer call(String method, String path, String body, int status) {
    String type =
        body.isEmpty()
            ? null
            : method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    Answer answer = api.send(method, path, type, body).is(status);
    answered.add(method + " " + path.replaceFirst("\\?.*", ""));
    return answer;
  }

  private boolean wasCalled(Operation operation) {
    String form =
        operation.method().toUpperCase(Locale.ROOT)
            + " "
            + operation.path().replaceAll("\\{[^}]+}", "[^/]+");
    return answered.stream().anyMatch(call -> call.matches(form));
  }

  private static boolean listens() {
    try (Socket socket = new Socket("localhost", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
