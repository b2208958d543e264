package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.App;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.OnTestDatabase;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Walk;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of a process whose machine writes numbers in Arabic digits, has the letters of
 * Turkish, lives 5:45 hours from UTC and knows no charset but ASCII.
 */
class OtherLocaleTest {

  private static final Path LOG = Path.of("target", "other-locale.log");

  private static Process process;
  private static int port;

  private final Api api = Api.on(port).as("ada").with("X-User-Roles", "[\"admin\"]");

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
            "--" + OnTestDatabase.SECRET,
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
    Walk.all(Api.on(port), "walker", (caller, step) -> step.send(caller));
  }

  @Test
  void whatIsMadeHereIsMadeOfAscii() {
    Answer opened = api.post("/api/v1/cases", "{}").is(201);

    assertThat(opened.text("/title")).matches("Case-[0-9]{4}-[0-9]+");
    assertThat(opened.text("/created_at")).matches("[-0-9]{10}T[0-9:]{8}(\\.[0-9]+)?Z");
    assertThat(opened.header("Sunset")).matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} .*GMT");
    assertThat(opened.header("Deprecation")).matches("@[0-9]+");
    assertThat(api.post("/api/v2/cases", "{\"title\":").is(400).text("/detail"))
        .contains("line 1, column 10");
    assertThat(api.get("/api/v2/cases?tag=i&limit=1").text("/next_cursor")).matches("[\\w-]*");
  }

  private static boolean listens() {
    try (Socket socket = new Socket("localhost", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
