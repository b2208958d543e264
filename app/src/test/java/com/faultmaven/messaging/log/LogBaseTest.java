package com.faultmaven.messaging.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.database.Cluster;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class LogBaseTest {

  private static final String FOREIGN = "case_0000000b45e0";
  private static final long LEAP = 1L << 40;
  private static final long MORE_THAN_ARE_WRITTEN_IN_BETWEEN = 100_000;

  @LocalServerPort private int port;
  @Autowired private LogBase base;
  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  private long before;

  @BeforeEach
  void remember() {
    before = stored();
  }

  /** Positions must not go back for the tests that follow. */
  @AfterEach
  void forget() {
    LoggedRows.remove(FOREIGN);
    jdbc.sql("update events.log_base set cluster = ?").param(Cluster.name(jdbc)).update();
  }

  @Test
  void staysWhereTheClusterIsTheSame() {
    base.afterSingletonsInstantiated();

    assertThat(stored()).isEqualTo(before);
    assertThat(jdbc.sql("select cluster from events.log_base").query(String.class).single())
        .isEqualTo(Cluster.name(jdbc))
        .matches("\\d+:[0-9A-F]{8}");
  }

  @Test
  void leapsWhenTheClusterIsAnotherOne() {
    jdbc.sql("update events.log_base set cluster = '7:00000001'").update();

    base.afterSingletonsInstantiated();
    long raised = stored();
    base.afterSingletonsInstantiated();

    assertThat(raised).isGreaterThanOrEqualTo(before + LEAP);
    assertThat(stored()).as("once").isEqualTo(raised);
    Feed feed = Feed.atTheEnd(Api.on(port).as("indexer").with("X-User-Roles", "service"));
    String opened = Api.on(port).asSomebody().post("/api/v2/cases", "{}").is(201).text("/case_id");
    assertThat(feed.settled().next("").texts("/events", "aggregate_id")).containsExactly(opened);
  }

  /** A role that may not ask for the cluster, or a backup from before the cluster was noted. */
  @Test
  void leapsBeyondRowsThatNoTransactionOfThisClusterWrote() {
    jdbc.sql("update events.log_base set cluster = null").update();
    long far = before + (1L << 39);
    jdbc.sql(
            """
            insert into events.event_log (horizon, event_id, event_type, schema_version,
              aggregate_id, aggregate_version, occurred_at, correlation_id, payload)
            values (?, ?, 'case.updated', '1.0.0', ?, 1, now(), 'log-base-test', '{}')
            """)
        .params(far, UUID.randomUUID(), FOREIGN)
        .update();

    base.afterSingletonsInstantiated();

    assertThat(stored()).isGreaterThanOrEqualTo(far + LEAP);
  }

  /** A reader may have read what was written after the first time, which is gone. */
  @Test
  void leapsBeyondWhatWasWrittenWhenTheSameBackupHadBeenRestoredBefore() {
    jdbc.sql("update events.log_base set cluster = '7:00000001'").update();
    base.afterSingletonsInstantiated();
    long first = stored();

    jdbc.sql("update events.log_base set base = ?, cluster = '8:00000001'").param(before).update();
    base.afterSingletonsInstantiated();

    assertThat(stored()).isGreaterThan(first + MORE_THAN_ARE_WRITTEN_IN_BETWEEN);
  }

  @Test
  void notesAClusterThatWasNotKnown() {
    jdbc.sql("update events.log_base set cluster = null").update();

    base.afterSingletonsInstantiated();

    assertThat(stored()).isEqualTo(before);
    assertThat(jdbc.sql("select cluster from events.log_base").query(String.class).single())
        .isEqualTo(Cluster.name(jdbc));
  }

  private long stored() {
    return jdbc.sql("select base from events.log_base").query(Long.class).single();
  }
}
