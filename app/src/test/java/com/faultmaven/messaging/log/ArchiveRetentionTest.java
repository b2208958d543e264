package com.faultmaven.messaging.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ArchiveRetentionTest {

  /** What other tests left in the archive comes later. */
  private static final long BEFORE_ALL = Long.MIN_VALUE;

  private final String mark = UUID.randomUUID().toString();
  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

  @Autowired private LogProperties configured;
  @Autowired private JdbcClient pool;
  @Autowired private Clock clock;

  @Test
  void isAYear() {
    assertThat(configured.archiveRetention()).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void removesWhatIsOlderInBatchesAndNothingElse() {
    archive(BEFORE_ALL, 25, "366 days");
    archive(BEFORE_ALL + 1, 7, "364 days");
    LogProperties small =
        new LogProperties(Duration.ofDays(30), Duration.ofDays(365), 10, Duration.ofMinutes(1));
    ArchiveRetention retention = new ArchiveRetention(pool, small, clock);

    Together.run(
        3,
        n -> {
          retention.forgetWhatIsOld();
          return n;
        });
    retention.forgetWhatIsOld();

    assertThat(
            jdbc.sql("select count(*) from events.event_log_archive where correlation_id = ?")
                .param(mark)
                .query(Integer.class)
                .single())
        .isEqualTo(7);
  }

  @Test
  void isNotShorterThanThatOfTheLog() {
    assertThatThrownBy(
            () ->
                new LogProperties(
                    Duration.ofDays(30), Duration.ofDays(29), 10, Duration.ofMinutes(1)))
        .hasMessageContaining("archive-retention");
  }

  private void archive(long horizon, int events, String age) {
    jdbc.sql(
            """
            insert into events.event_log_archive (horizon, seq, event_id, event_type, schema_version,
              aggregate_id, aggregate_version, occurred_at, correlation_id, payload, archived_at)
            select ?, n + coalesce((select max(seq) from events.event_log_archive), 0),
              gen_random_uuid(), 'case.closed', '1.0.0', 'case_000000000000', n,
              now() - ?::interval, ?, '{}', now()
            from generate_series(1, ?) as n
            """)
        .params(horizon, age, mark, events)
        .update();
  }
}
