package com.faultmaven.movingin;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.kernel.OperatorCommand;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running service has what was imported into its database, as if it had been opened there. */
@IntegrationTest
class ImportedCasesTest {

  private final String digits = HexFormat.of().toHexDigits(new Random().nextLong(), 10);
  private final String first = "case_" + digits + "01";
  private final String second = "case_" + digits + "02";
  private final String user = "mover-" + digits;

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Test
  void areServedChangedAndDeletedLikeAnyOther(@TempDir Path directory) throws SQLException {
    Path file = directory.resolve("fm_cases.db");
    fill(file);

    assertThat(run("import", "--from", "sqlite:" + file, directory)).contains("2 new");

    Api api = Api.on(port).as(user);
    Answer v1 = api.get("/api/v1/cases/" + first).is(200);
    assertThat(v1.text("/created_at")).isEqualTo("2025-01-02T03:04:05.123456Z");
    assertThat(v1.text("/status")).isEqualTo("resolved");
    assertThat(v1.text("/resolved_at")).isEqualTo("2025-01-02T10:00:00Z");
    assertThat(api.get("/api/v1/cases").is(200).at("/total").asInt()).isEqualTo(2);
    Answer messages = api.get("/api/v2/cases/" + first + "/messages").is(200);
    assertThat(messages.text("/messages/1/content")).isEqualTo("Renew the zertifikat" + digits);
    assertThat(messages.at("/total").asInt()).isEqualTo(2);
    assertThat(api.get("/api/v2/tags").is(200).text("/tags/0/tag")).isEqualTo("Prod");
    assertThat(
            api.get("/api/v2/cases/" + first + "/status-changes")
                .is(200)
                .text("/status_changes/0/to_status"))
        .isEqualTo("resolved");
    await()
        .atMost(60, SECONDS)
        .until(
            () ->
                api.get("/api/v2/cases?in=messages&q=zertifikat" + digits)
                        .is(200)
                        .at("/total")
                        .asInt()
                    == 1);

    api.post("/api/v2/cases/" + first + "/messages", "{\"content\":\"Thanks\"}").is(201);
    assertThat(api.get("/api/v2/cases/" + first).is(200).at("/message_count").asInt()).isEqualTo(3);
    api.delete("/api/v2/cases/" + second).is(204);

    assertThat(run("import", "--from", "sqlite:" + file, directory))
        .contains("0 new, 0 renewed, 0 unchanged, 2 left alone");
    api.get("/api/v2/cases/" + second).is(404);
    await()
        .atMost(60, SECONDS)
        .until(
            () ->
                jdbc.sql("select fingerprint is null from movingin.cases where case_id = ?")
                    .param(second)
                    .query(Boolean.class)
                    .single());
  }

  private void fill(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table cases (case_id text primary key, user_id text, organization_id text,"
              + " title text, status text, created_at text, updated_at text, resolved_at text)");
      statement.execute(
          "create table case_messages (message_id text primary key, case_id text, role text,"
              + " content text, timestamp text)");
      statement.execute("create table case_tags (case_id text, tag text)");
      for (String id : new String[] {first, second}) {
        statement.execute(
            "insert into cases values ('%s', '%s', 'default', 'Checkout is slow', 'resolved',"
                    .formatted(id, user)
                + " '2025-01-02 03:04:05.123456', '2025-01-02 10:00:00', '2025-01-02 10:00:00')");
      }
      statement.execute(
          "insert into case_messages values ('msg_%1$s000001', '%2$s', 'user', 'Since noon', '2025-01-02 04:00:00'), ('msg_%1$s000002', '%2$s', 'assistant', 'Renew the zertifikat%1$s', '2025-01-02 04:01:00')"
              .formatted(digits, first));
      statement.execute("insert into case_tags values ('%s', 'Prod')".formatted(first));
    }
  }

  private static String run(String name, String option, String value, Path directory) {
    OperatorCommand command =
        ServiceLoader.load(OperatorCommand.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    command.run(
        new PrintStream(said, true, StandardCharsets.UTF_8),
        option,
        value,
        "--report",
        directory.resolve("report").toString(),
        "--spring.datasource.url=" + TestDatabase.jdbcUrl());
    return said.toString(StandardCharsets.UTF_8);
  }
}
