package com.faultmaven.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.faultmaven.database.DatabaseProperties.Share;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.DefaultTransactionDefinition;

class ConnectionSettingsTest {

  private static final Share SHARE =
      new Share(2, millis(3000), millis(8000), millis(12000), millis(15000), millis(9500));
  private static final Share OF_THE_BACKGROUND =
      new Share(2, millis(5000), millis(30_000), millis(29_001), millis(30_000), millis(35_000));
  private static final DatabaseProperties PROPERTIES =
      new DatabaseProperties(true, millis(3000), SHARE, OF_THE_BACKGROUND);
  private static final ConnectionConfiguration CONFIGURATION = new ConnectionConfiguration();

  @Test
  void bringTheirOwnTimeouts() throws SQLException {
    try (HikariDataSource pool = pool("")) {
      assertThat(shown(pool)).containsExactly("3s", "8s", "15s");
      assertThat(socketTimeout(pool)).isEqualTo(10_000);
    }
  }

  @Test
  void leaveAloneWhatTheUrlSays() throws SQLException {
    String options = "&socketTimeout=77&options=-c%20statement_timeout%3D1234";
    try (HikariDataSource pool = pool(options)) {
      assertThat(shown(pool)).containsExactly("3s", "1234ms", "15s");
      assertThat(socketTimeout(pool)).isEqualTo(77_000);
    }
  }

  /** One that waits for a time sets a timer for each statement. */
  @Test
  void haveARequestWaitForItsAnswerWithoutATimer() throws InterruptedException {
    try (HikariDataSource pool = pool("")) {
      JdbcClient client = JdbcClient.create(pool);
      Thread request =
          Thread.startVirtualThread(
              () -> client.sql("select pg_sleep(2)::text").query(String.class).single());

      await().until(() -> request.getState() == Thread.State.WAITING);
      request.join();
    }
  }

  @Test
  void leaveAloneWhatTheUserWasGiven() {
    JdbcClient server = JdbcClient.create(TestDatabase.dataSource());
    server.sql("create role patient superuser login").update();
    server.sql("alter role patient set lock_timeout = '1min'").update();
    try (HikariDataSource pool = pool("&user=patient")) {
      assertThat(shown(pool)).containsExactly("1min", "8s", "15s");
    } finally {
      server.sql("drop role patient").update();
    }
  }

  @Test
  void planForShortStatementsOnFastDisks() {
    try (HikariDataSource pool = pool("")) {
      assertThat(plannedWith(pool)).containsExactly("1.1", "0", "off");
    }
  }

  @Test
  void leaveAloneWhatThePlannerIsConfiguredToAssume() {
    JdbcClient server = JdbcClient.create(TestDatabase.dataSource());
    server.sql("alter system set jit = on").update();
    server.sql("select pg_reload_conf()").query(Boolean.class).single();
    try {
      await()
          .untilAsserted(
              () -> {
                try (HikariDataSource pool = pool("")) {
                  assertThat(plannedWith(pool)).containsExactly("1.1", "0", "on");
                }
              });
    } finally {
      server.sql("alter system reset jit").update();
      server.sql("select pg_reload_conf()").query(Boolean.class).single();
    }
  }

  @Test
  void letAMigrationTakeItsTime() {
    JdbcClient migration =
        JdbcClient.create(CONFIGURATION.migrationConnections(url(""), PROPERTIES));
    assertThat(show(migration, "statement_timeout")).isEqualTo("0");
    assertThat(show(migration, "lock_timeout")).isEqualTo("0");
  }

  @Test
  void endTransactionsOfRequestsSoonerThanOthers() {
    Transactions transactions = new Transactions(PROPERTIES);
    DefaultTransactionDefinition usual = new DefaultTransactionDefinition();
    DefaultTransactionDefinition special = new DefaultTransactionDefinition();
    special.setTimeout(3);
    Caller caller = new Caller(new UserId("ada"), new OrganizationId("default"), null, Set.of());

    assertThat(transactions.determineTimeout(usual)).isEqualTo(30);
    caller.run(() -> assertThat(transactions.determineTimeout(usual)).isEqualTo(12));
    caller.run(() -> assertThat(transactions.determineTimeout(special)).isEqualTo(3));
  }

  @Test
  void sayThatATransactionHasNoTimeLeft() {
    assertThat(
            TransactionConfiguration.noTimeLeft()
                .translateExceptionIfPossible(
                    new TransactionException("transaction timeout expired")))
        .isInstanceOf(QueryTimeoutException.class);
  }

  @Test
  void giveUpAServerThatBecameAStandby() throws SQLException {
    try (HikariDataSource pool = pool("")) {
      pool.setMaximumPoolSize(1);
      int standby;
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        standby = backend(connection);
        statement.execute("set default_transaction_read_only = on");
        assertThatThrownBy(() -> statement.execute("create table never (n int)"))
            .hasMessageContaining("read-only");
      }
      try (Connection next = pool.getConnection()) {
        assertThat(backend(next)).isNotEqualTo(standby);
      }
    }
  }

  @Test
  void refuseAPoolerThatSharesSessions() throws SQLException {
    try (HikariDataSource own = pool("")) {
      OwnSessions.require(own);
    }
    try (SingleConnectionDataSource shared =
        new SingleConnectionDataSource(TestDatabase.jdbcUrl(), true)) {
      assertThatThrownBy(() -> OwnSessions.require(shared))
          .isInstanceOf(UnusableDatabase.class)
          .hasMessageContaining("pool_mode");
    }
  }

  @Test
  void refuseMoreListenersThanThereIsRoomFor() {
    assertThatThrownBy(() -> CONFIGURATION.backgroundConnections(url(""), PROPERTIES, 1))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("faultmaven.listeners.threads");
  }

  @Test
  void refuseLimitsOfWhichTheBluntOneSpeaksFirst() {
    assertThatThrownBy(() -> new Share(2, millis(9), millis(8), millis(12), millis(15), millis(10)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(2, millis(3), millis(8), millis(12), millis(15), millis(8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static HikariDataSource pool(String more) {
    return CONFIGURATION.requestConnections(url(more), PROPERTIES);
  }

  private static DatabaseUrl url(String more) {
    String user = more.contains("user=") ? "" : "&user=postgres";
    return new DatabaseUrl(
        "jdbc:postgresql://localhost:"
            + TestDatabase.port()
            + "/postgres?sslmode=disable"
            + user
            + more,
        null,
        null);
  }

  private static List<String> shown(HikariDataSource pool) {
    JdbcClient client = JdbcClient.create(pool);
    return List.of(
        show(client, "lock_timeout"),
        show(client, "statement_timeout"),
        show(client, "idle_in_transaction_session_timeout"));
  }

  private static List<String> plannedWith(HikariDataSource pool) {
    JdbcClient client = JdbcClient.create(pool);
    return List.of(
        show(client, "random_page_cost"),
        show(client, "max_parallel_workers_per_gather"),
        show(client, "jit"));
  }

  private static String show(JdbcClient client, String setting) {
    return client.sql("show " + setting).query(String.class).single();
  }

  private static int socketTimeout(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return connection.unwrap(PgConnection.class).getNetworkTimeout();
    }
  }

  private static int backend(Connection connection) throws SQLException {
    return connection.unwrap(PgConnection.class).getBackendPID();
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
