package com.faultmaven.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class LeaderLockTest {

  private final DataSource database = TestDatabase.dataSource();

  @Test
  void isOneInstancesAtATime() throws SQLException {
    try (LeaderLock first = new LeaderLock(database, LeaderLock.Role.PUBLISHING);
        LeaderLock second = new LeaderLock(database, LeaderLock.Role.PUBLISHING)) {
      assertThat(first.tryToLead()).isTrue();
      assertThat(second.tryToLead()).isFalse();
      assertThat(second.holds()).isFalse();
    }
    try (LeaderLock next = new LeaderLock(database, LeaderLock.Role.PUBLISHING)) {
      assertThat(next.tryToLead()).isTrue();
    }
  }

  @Test
  void endsWithItsConnection() throws SQLException {
    try (LeaderLock lost = new LeaderLock(database, LeaderLock.Role.PUBLISHING);
        LeaderLock next = new LeaderLock(database, LeaderLock.Role.PUBLISHING)) {
      assertThat(lost.tryToLead()).isTrue();
      assertThat(lost.holds()).isTrue();
      breakConnectionsThatHoldALock();

      assertThat(lost.holds()).isFalse();
      assertThat(next.tryToLead()).isTrue();
    }
  }

  @Test
  void isPassedOnByAConnectionThatDoesNotAnswer() throws SQLException {
    try (Connection connection = database.getConnection();
        LeaderLock next = new LeaderLock(database, LeaderLock.Role.PUBLISHING)) {
      try (LeaderLock silent = new LeaderLock(new PoolOf(connection), LeaderLock.Role.PUBLISHING)) {
        assertThat(silent.tryToLead()).isTrue();
      }

      await().atMost(10, SECONDS).until(next::tryToLead);
    }
  }

  /** Has one connection that is never found valid, and stays open when it is given back. */
  private static final class PoolOf extends AbstractDataSource {

    private final Connection only;

    PoolOf(Connection only) {
      this.only = only;
    }

    @Override
    public Connection getConnection() {
      return (Connection)
          Proxy.newProxyInstance(
              PoolOf.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) ->
                  switch (method.getName()) {
                    case "isValid" -> false;
                    case "close" -> null;
                    default -> method.invoke(only, arguments);
                  });
    }

    @Override
    public Connection getConnection(String user, String password) {
      return getConnection();
    }
  }

  private void breakConnectionsThatHoldALock() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet broken =
            statement.executeQuery(
                "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'")) {
      assertThat(broken.next()).isTrue();
    }
  }
}
