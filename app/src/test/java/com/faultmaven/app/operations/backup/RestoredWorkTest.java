package com.faultmaven.app.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.App;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.OnTestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits in a backup to be sent may have been sent since, so a database that is restored a day
 * later sends none of it; what happens there is sent as ever.
 */
class RestoredWorkTest {

  private static final Duration DAY = Duration.ofDays(1);

  /** All that failed so far is due again. */
  private static final Duration LATER = Duration.ofMinutes(30);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SUBSCRIPTIONS = "/api/v1/status-subscriptions";
  private static final String EMAIL = "ada@faultmaven.dev";
  private static final String ACCOUNT =
      "{\"username\":\"ada\",\"email\":\"%s\",\"password\":\"the analytical engine weaves\"}"
          .formatted(EMAIL);

  /** What is said where it fails. */
  private static final String REST =
      """
      select row::text from (
        select state, attempts, last_error from status.deliveries
        union all
        select task_name, coalesce(consecutive_failures, 0), convert_from(task_data, 'UTF8')
        from jobs.tasks where task_name like 'status.%') row
      """;

  @Test
  void sendsNothingThatMayHaveBeenSentSinceTheBackup(@TempDir Path directory) throws Exception {
    Path dump = directory.resolve("cases.dump");
    try (Outside outside = new Outside();
        InstalledPostgres old = InstalledPostgres.start();
        InstalledPostgres fresh = InstalledPostgres.start()) {
      outside.answers(503);
      String service;
      try (ConfigurableApplicationContext before = service(old, outside, Duration.ZERO)) {
        service = leaveWork(operator(before), outside);
        awaitNone(old, "mail.messages where state <> 'queued' or attempts = 0");
        awaitNone(old, "status.deliveries where attempts = 0");
        assertThat(Backup.write(dump, old.setting())).isTrue();
      }
      assertThat(count(old, "mail.messages")).isEqualTo(1);
      assertThat(Backup.restore(dump, fresh.setting())).isTrue();

      outside.answers(200);
      outside.forget();
      try (ConfigurableApplicationContext after = service(fresh, outside, DAY)) {
        awaitNone(fresh, "mail.messages where state <> 'unconfirmed'");
        awaitNone(fresh, "status.deliveries where state <> 'failed'");
        awaitNone(fresh, "jobs.tasks where task_name = 'status.maintenance'");
        assertThat(strings(fresh, "select told from status.maintenances"))
            .as("it is over, and nobody is told a day later")
            .containsExactly("completed");

        assertThat(outside.posted()).isEmpty();
        assertThat(outside.mailed()).isZero();
        operator(after).post("/api/v1/auth/login", ACCOUNT).is(200);

        String held =
            "select '/' || subscription_id || '/deliveries/' || id from status.deliveries";
        operator(after)
            .post(SUBSCRIPTIONS + strings(fresh, held).getFirst() + "/retry", "")
            .is(202);
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(outside.posted()).as("%s", strings(fresh, REST)).hasSize(1));
        outside.forget();
        incident(operator(after), service, "Afterwards");
        await().atMost(PATIENCE).until(() -> !outside.posted().isEmpty());
        awaitNone(fresh, "jobs.tasks where task_name in ('mail.send', 'status.deliver')");
        assertThat(outside.posted()).singleElement().asString().contains("Afterwards");
        assertThat(outside.mailed()).isZero();
      }
    }
  }

  /** The database itself would take it for a failover. */
  @Test
  void sendsNothingHoweverYoungTheBackupIs(@TempDir Path directory) throws Exception {
    Path dump = directory.resolve("young.dump");
    try (Outside outside = new Outside();
        InstalledPostgres old = InstalledPostgres.start();
        InstalledPostgres fresh = InstalledPostgres.start()) {
      outside.answers(503);
      try (ConfigurableApplicationContext before = service(old, outside, Duration.ZERO)) {
        leaveWork(operator(before), outside);
        awaitNone(old, "mail.messages where state <> 'queued' or attempts = 0");
        awaitNone(old, "status.deliveries where attempts = 0");
        assertThat(Backup.write(dump, old.setting())).isTrue();
      }
      assertThat(Backup.restore(dump, fresh.setting())).isTrue();

      outside.answers(200);
      outside.forget();
      service(fresh, outside, Duration.ZERO).close();
      assertThat(strings(fresh, "select (restored_at is not null)::text from jobs.life"))
          .containsExactly("true");
      try (ConfigurableApplicationContext after = service(fresh, outside, LATER)) {
        awaitNone(fresh, "mail.messages where state <> 'unconfirmed'");
        awaitNone(fresh, "status.deliveries where state <> 'failed'");
      }
      assertThat(outside.posted()).isEmpty();
      assertThat(outside.mailed()).isZero();
    }
  }

  /** A mail, two deliveries and the moments of a maintenance, none of which is done. */
  private static String leaveWork(Api operator, Outside outside) {
    String service = operator.post("/api/v1/services", "{\"name\":\"Shop\"}").is(201).text("/id");
    operator
        .post(SUBSCRIPTIONS, "{\"channel\":\"webhook\",\"url\":\"%s\"}".formatted(outside.hook()))
        .is(201);
    incident(operator, service, "Before");
    Instant soon = Instant.now().plus(Duration.ofHours(1));
    operator
        .post(
            "/api/v1/maintenances",
            """
            {"title": "Work", "service_ids": ["%s"], "scheduled_for": "%s", "scheduled_until": "%s"}
            """
                .formatted(service, soon, soon.plus(Duration.ofHours(1))))
        .is(201);
    operator.post("/api/v1/auth/register", ACCOUNT).is(201);
    operator.post("/api/v1/auth/password-reset", "{\"email\":\"" + EMAIL + "\"}").is(202);
    await().atMost(PATIENCE).until(() -> outside.mailed() > 0 && outside.posted().size() >= 3);
    return service;
  }

  private static void incident(Api operator, String service, String title) {
    operator
        .post(
            "/api/v1/incidents",
            "{\"title\":\"%s\",\"severity\":\"low\",\"service_ids\":[\"%s\"]}"
                .formatted(title, service))
        .is(201);
  }

  private static ConfigurableApplicationContext service(
      InstalledPostgres database, Outside outside, Duration later) {
    SpringApplication application = new SpringApplication(App.class);
    Clock clock = Clock.tick(Clock.offset(Clock.systemUTC(), later), Duration.ofNanos(1_000));
    ApplicationContextInitializer<GenericApplicationContext> laterOn =
        context ->
            context.registerBean(
                "later", Clock.class, () -> clock, definition -> definition.setPrimary(true));
    application.addInitializers(laterOn);
    return application.run(
        database.setting(),
        "--server.port=0",
        "--" + OnTestDatabase.SECRET,
        "--spring.mail.host=localhost",
        "--spring.mail.port=" + outside.mailPort(),
        "--faultmaven.mail.from=status@faultmaven.dev",
        "--faultmaven.status.webhooks.allow-private=true");
  }

  private static Api operator(ConfigurableApplicationContext service) {
    int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return Api.on(port).as("olga").with("X-User-Roles", "[\"operator\"]");
  }

  private static void awaitNone(InstalledPostgres database, String rows) {
    JdbcClient jdbc = database.jdbc();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(strings(jdbc, "select row::text from (select * from " + rows + ") row"))
                    .isEmpty());
  }

  private static long count(InstalledPostgres database, String rows) {
    return database.jdbc().sql("select count(*) from " + rows).query(Long.class).single();
  }

  private static List<String> strings(InstalledPostgres database, String sql) {
    return strings(database.jdbc(), sql);
  }

  private static List<String> strings(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
