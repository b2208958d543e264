package com.faultmaven.status;

import static com.faultmaven.status.Organization.SERVICES;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Everybody looks at the page just when the service has too much to do. */
@ModuleTest
@TestPropertySource(
    properties = {
      "faultmaven.limits.requests=1",
      "faultmaven.limits.requests-per-caller=1",
      "faultmaven.rate-limits.network.reads=3/1h",
      "faultmaven.database.requests.lock-timeout=20s",
      "faultmaven.database.requests.statement-timeout=25s",
      "faultmaven.database.requests.socket-timeout=30s",
      "faultmaven.status-page.address=https://status.test"
    })
class PageUnderLoadTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final List<String> PARTS =
      List.of("", "/history.atom", "/badge.svg", "/api/v2/summary.json", "/subscriptions");

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
  private final List<CompletableFuture<Answer>> held = new ArrayList<>();

  @LocalServerPort private int port;
  private Organization organization;
  private Api anybody;
  private String page = "";
  private Connection lock;

  @BeforeEach
  void publish() throws SQLException {
    organization = Organization.on(port);
    organization.admin().put("/api/v1/status-page", "{\"public\":true}").is(200);
    anybody = Api.on(port).with("X-Forwarded-For", "2001:db8:cafe::1");
    page = "/status/o/" + organization.name();
    lock = TestDatabase.dataSource().getConnection();
    lock.setAutoCommit(false);
  }

  @AfterEach
  void letAllPass() throws SQLException {
    lock.rollback();
    lock.close();
    held.forEach(CompletableFuture::join);
  }

  @Test
  void isNotCountedAgainstWhoeverLooks() {
    Api reader = anybody.with("X-Organization-ID", organization.name());
    for (int i = 0; i < 3; i++) {
      reader.get(SERVICES).is(200);
    }
    reader.get(SERVICES).is(429, "RATE_LIMITED");

    for (int i = 0; i < 10; i++) {
      assertThat(anybody.get(page).is(200).header("RateLimit")).isEmpty();
    }
    showsEverything();
  }

  @Test
  void isShownWhileRequestsAreRefused() throws SQLException {
    String payments = service(organization.operator(), "Payments");
    execute("lock table status.services in exclusive mode");
    hold(() -> organization.operator().patch(payments, "{\"description\":\"Slow.\"}"));
    await().until(() -> waitingFor("status.services") == 1);
    hold(() -> organization.operator().get(SERVICES));
    await().until(() -> isRefused(SERVICES));

    showsEverything();
    assertThat(anybody.get(page).is(200).body()).contains("Payments");
  }

  /** Whoever asks for many of them at once waits for themselves. */
  @Test
  void leavesConnectionsToOthersHoweverManyAnswersToMailsComeAtOnce() throws SQLException {
    execute("lock table status.subscription_requests in exclusive mode");
    String confirm = page + "/subscriptions/confirm?token=" + "x".repeat(43);
    for (int i = 0; i < 20; i++) {
      hold(() -> anybody.send("POST", confirm, "application/x-www-form-urlencoded", ""));
    }
    await().until(() -> waitingFor("status.subscription_requests") == 2);

    await()
        .during(Duration.ofMillis(500))
        .until(() -> waitingFor("status.subscription_requests") == 2);
    anybody.get(page).is(200);
    organization.member().get(SERVICES).is(200);
  }

  private void showsEverything() {
    for (String part : PARTS) {
      anybody.get(page + part).is(200);
    }
  }

  private void hold(Supplier<Answer> request) {
    held.add(CompletableFuture.supplyAsync(request, task -> Thread.ofVirtual().start(task)));
  }

  private boolean isRefused(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("X-User-ID", "user-" + UUID.randomUUID())
            .timeout(Duration.ofMillis(200))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString()).statusCode() == 503;
    } catch (HttpTimeoutException waits) {
      return false;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = lock.createStatement()) {
      statement.execute(sql);
    }
  }

  private int waitingFor(String table) {
    return database
        .sql(
            """
            select count(*) from pg_locks
            where not granted and relation = ?::regclass
            """)
        .param(table)
        .query(Integer.class)
        .single();
  }
}
