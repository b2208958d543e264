package com.faultmaven.web.ratelimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

class DatabaseBucketsTest {

  private static final Limit LIMIT = Limit.of("test", new Rate(100, Duration.ofDays(1)));

  private static final Instant NOW = Instant.now();

  private static EmbeddedPostgres postgres;

  private final String key = UUID.randomUUID().toString();

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
    DatabasePopulatorUtils.execute(
        new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/edge/V1__idempotency_keys.sql"),
            new ClassPathResource("db/migration/edge/V7__rate_limits.sql")),
        postgres.getPostgresDatabase());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void countForAllProcesses() throws Exception {
    List<RateLimits> processes = List.of(limits(NOW), limits(NOW));

    assertThat(Race.granted(processes, 8, 20, LIMIT, key)).isEqualTo(100);
    assertThat(processes.getFirst().look(LIMIT, key).granted()).isFalse();
    assertThat(processes.getLast().take(LIMIT, "another-" + key).remaining()).isEqualTo(99);
    processes.getLast().reset(LIMIT, key);
    assertThat(processes.getFirst().take(LIMIT, key).remaining()).isEqualTo(99);
  }

  /** None of those who ask for a bucket at once is to find that there is none yet. */
  @Test
  void areMadeOnceHoweverManyAskForThemAtFirst() throws Exception {
    List<RateLimits> processes = List.of(limits(NOW), limits(NOW));

    for (int bucket = 0; bucket < Race.OFTEN; bucket++) {
      String fresh = key + bucket;
      assertThat(Race.granted(processes, 8, 2, LIMIT, fresh)).isEqualTo(32);
      assertThat(limits(NOW).take(LIMIT, fresh).remaining()).isEqualTo(100 - 32 - 1);
    }
  }

  @Test
  void giveBackOneByOneWhateverProcessIsAsked() throws Exception {
    Race.granted(List.of(limits(NOW)), 1, 100, LIMIT, key);
    Allowance refused = limits(NOW).take(LIMIT, key);

    assertThat(refused.granted()).isFalse();
    assertThat(refused.retryAfter()).isEqualTo(864);
    assertThat(limits(NOW.plusSeconds(863)).take(LIMIT, key).granted()).isFalse();
    assertThat(limits(NOW.plusSeconds(865)).take(LIMIT, key).granted()).isTrue();
    assertThat(limits(NOW.plusSeconds(865)).take(LIMIT, key).granted()).isFalse();
  }

  @Test
  void beginAnewWithAnotherRate() {
    limits(NOW).take(LIMIT, key);
    Limit other = Limit.of("test", new Rate(7, Duration.ofDays(1)));

    assertThat(limits(NOW).take(other, key).remaining()).isEqualTo(6);
  }

  @Test
  void areAskedForTogetherAndTakenFromByNobody() {
    Limit other = Limit.of("other", new Rate(1, Duration.ofDays(1)));
    Map<Limit, String> both = Map.of(LIMIT, key, other, key);

    assertThat(limits(NOW).areUnused(both)).isTrue();
    assertThat(limits(NOW).areUnused(both)).isTrue();
    limits(NOW).take(other, key);
    assertThat(limits(NOW).areUnused(both)).isFalse();
    assertThat(limits(NOW.plus(Duration.ofDays(2))).areUnused(both)).isTrue();
  }

  @Test
  void areForgottenWhenTheyAreFullAgain() {
    JdbcClient sql = JdbcClient.create(database());
    sql.sql("truncate edge.rate_limits").update();
    limits(NOW).take(LIMIT, key);
    limits(NOW).take(Limit.of("short", new Rate(1, Duration.ofSeconds(1))), key);

    new ForgottenBuckets(sql, fixed(NOW)).forgetFull();
    assertThat(count(sql)).isEqualTo(2);
    // when a bucket is full is stored by the clock of the machine, whatever the others have taken
    Instant used = Instant.now();
    new ForgottenBuckets(sql, fixed(used.plusSeconds(10))).forgetFull();
    assertThat(count(sql)).isEqualTo(1);
    new ForgottenBuckets(sql, fixed(used.plusSeconds(900))).forgetFull();
    assertThat(count(sql)).isZero();
  }

  /** It would hold one connection and wait for another. */
  @Test
  void areNotAskedForWithinATransaction() {
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(database()));

    assertThatIllegalStateException()
        .isThrownBy(() -> transaction.execute(_ -> limits(NOW).take(LIMIT, key)))
        .withMessage("The limit test is asked for before a transaction, not within one.");
  }

  private static long count(JdbcClient sql) {
    return sql.sql("select count(*) from edge.rate_limits").query(Long.class).single();
  }

  private static DataSource database() {
    return postgres.getPostgresDatabase();
  }

  private static Clock fixed(Instant at) {
    return Clock.fixed(at, ZoneOffset.UTC);
  }

  private static RateLimits limits(Instant at) {
    DatabaseBuckets buckets = new DatabaseBuckets(database(), new ClockMeter(fixed(at)), 100);
    return new RateLimits(
        Map.of(Storage.POSTGRESQL, buckets), Storage.POSTGRESQL, new SimpleMeterRegistry());
  }
}
