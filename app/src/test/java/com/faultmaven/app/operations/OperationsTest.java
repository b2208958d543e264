package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class OperationsTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final int port;

  OperationsTest(@LocalServerPort int port) {
    this.port = port;
  }

  @Test
  void tellsAnybodyThatItIsHealthy() {
    HttpResponse<String> health = get("/health").join();

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body())
        .matches(
            "\\{\"status\":\"healthy\",\"service\":\"fm-case-service\","
                + "\"version\":\"2[^\"]+\",\"database\":\"postgresql\"}");
  }

  @Test
  void tellsAnybodyThatItIsReady() {
    HttpResponse<String> ready = get("/ready").join();

    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body())
        .startsWith(
            "{\"status\":\"ready\",\"checks\":{\"database\":\"ok\",\"migrations\":\"ok\"},\"jobs\":{")
        .containsPattern(
            "\"redelivery\":\\{\"status\":\"running\",\"since\":\"[^\"]+Z\",\"last_success\":");
  }

  @Test
  void isNotReadyWhileTheDatabaseHangsAndAsksItOnlyOnce() throws Exception {
    try (Connection connection = TestDatabase.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table flyway_schema_history in access exclusive mode");

      List<CompletableFuture<HttpResponse<String>>> asked =
          Stream.generate(() -> get("/ready")).limit(30).toList();
      await().until(() -> waiting(statement) > 0);
      assertThat(waiting(statement)).isEqualTo(1);

      assertThat(asked)
          .map(CompletableFuture::join)
          .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(503))
          .allSatisfy(
              answer ->
                  assertThat(answer.body())
                      .startsWith("{\"status\":\"not_ready\",\"checks\":{")
                      .doesNotContain("Exception"));
      connection.rollback();
    }
    await().until(() -> get("/ready").join().statusCode() == 200);
  }

  @Test
  void isNotReadyOnASchemaThatLostItsMigrations() throws Exception {
    try (Connection connection = TestDatabase.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table flyway_schema_history rename to lost");
      try {
        HttpResponse<String> ready = get("/ready").join();
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body())
            .startsWith(
                "{\"status\":\"not_ready\",\"checks\":{\"database\":\"ok\","
                    + "\"migrations\":\"the schema is not the one this version needs\"}");
      } finally {
        statement.execute("alter table lost rename to flyway_schema_history");
      }
    }
  }

  @Test
  void showsPrometheusWhatTheProcessDoes() {
    HttpResponse<String> metrics = get("/metrics").join();

    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body()).contains("jvm_memory_used_bytes", "hikaricp_connections");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/actuator", "/actuator/health", "/env", "/beans", "/info", "/prometheus"})
  void showsNothingElseOfTheActuator(String path) {
    assertThat(get(path).join().statusCode()).isEqualTo(404);
  }

  private static int waiting(Statement statement) throws Exception {
    String sql = "select count(*) from pg_locks where not granted";
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private CompletableFuture<HttpResponse<String>> get(String path) {
    URI uri = URI.create("http://localhost:" + port + path);
    return CLIENT.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
