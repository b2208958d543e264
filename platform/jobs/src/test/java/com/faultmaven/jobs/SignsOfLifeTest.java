package com.faultmaven.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.database.Cluster;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database was restored if its history is another one and nobody was at work for long. */
class SignsOfLifeTest {

  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofMinutes(11));
  private static final Instant JUST_NOW = NOW.minus(Duration.ofMinutes(9));

  private final JdbcClient jdbc = TaskTable.sql();

  @BeforeEach
  void asItIs() {
    write(Cluster.name(jdbc), LONG_AGO);
    jdbc.sql("update jobs.life set restored_at = null, transactions = 1, database = null").update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7:00000001", "7:00000002"})
  void isRestoredWhenItComesBackInAnotherHistory(String former) {
    write(former, LONG_AGO);

    assertThat(started(NOW).at()).isEqualTo(NOW);
    assertThat(started(NOW.plusSeconds(60)).at()).as("known to every process").isEqualTo(NOW);
  }

  /** As where the role may not ask for the cluster. */
  @Test
  void isRestoredWhenTransactionsCountFromAnew() {
    jdbc.sql("update jobs.life set transactions = 1::bigint << 40, cluster = null").update();

    assertThat(started(NOW).at()).isEqualTo(NOW);
  }

  /** As where a backup fills a new database of the cluster it was made in. */
  @Test
  void isRestoredWhenItIsAnotherDatabaseOfItsCluster() {
    jdbc.sql("update jobs.life set database = 1").update();

    assertThat(started(NOW).at()).isEqualTo(NOW);
    jdbc.sql("update jobs.life set restored_at = null").update();
    assertThat(started(NOW.plus(Duration.ofDays(1))).at())
        .as("where it is now is noted")
        .isEqualTo(Instant.EPOCH);
  }

  @Test
  void isRestoredWhenItIsToldSoHoweverYoungTheBackupIs() {
    write(Cluster.name(jdbc), JUST_NOW);
    started(JUST_NOW);

    assertThat(Restored.note(jdbc)).isTrue();

    assertThat(started(NOW).at()).isEqualTo(NOW);
    jdbc.sql("update jobs.life set restored_at = null").update();
    assertThat(started(NOW.plusSeconds(60)).at()).as("it is told once").isEqualTo(Instant.EPOCH);
  }

  @Test
  void hasOnlyFailedOverWhenSomebodyWasAtWorkAMomentAgo() {
    write("7:00000001", JUST_NOW);

    assertThat(started(NOW).at()).isEqualTo(Instant.EPOCH);
    assertThat(started(NOW.plus(Duration.ofDays(1))).at())
        .as("the new history is noted")
        .isEqualTo(Instant.EPOCH);
  }

  @Test
  void wasAtRestWhenNobodyWorked() {
    assertThat(started(NOW).at()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void isNoOtherHistoryWhereNoneWasNoted() {
    write(null, LONG_AGO);

    assertThat(started(NOW).at()).isEqualTo(Instant.EPOCH);
    assertThat(jdbc.sql("select cluster from jobs.life").query(String.class).single())
        .isEqualTo(Cluster.name(jdbc));
  }

  @Test
  void knowsWhatWasWrittenBefore() {
    write("7:00000001", LONG_AGO);
    SignsOfLife restored = started(NOW);

    assertThat(restored.isAfter(NOW.minusMillis(1))).isTrue();
    assertThat(restored.isAfter(NOW)).isFalse();
  }

  @Test
  void isAtWorkEachMinute() {
    SignsOfLife later = signs(NOW.plus(Duration.ofDays(1)));
    later.run();
    write("7:00000001", null);

    assertThat(started(NOW.plus(Duration.ofDays(1)).plusSeconds(90)).at()).isEqualTo(Instant.EPOCH);
    assertThat(later.every()).isLessThan(SignsOfLife.REST.dividedBy(5));
  }

  private SignsOfLife started(Instant now) {
    SignsOfLife signs = signs(now);
    signs.afterSingletonsInstantiated();
    return signs;
  }

  private SignsOfLife signs(Instant now) {
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(TaskTable.DATABASE));
    return new SignsOfLife(jdbc, transaction, Clock.fixed(now, ZoneOffset.UTC));
  }

  private void write(@Nullable String cluster, @Nullable Instant alive) {
    jdbc.sql("update jobs.life set cluster = :cluster, alive_at = coalesce(:alive, alive_at)")
        .param("cluster", cluster, Types.VARCHAR)
        .param(
            "alive",
            alive == null ? null : alive.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }
}
