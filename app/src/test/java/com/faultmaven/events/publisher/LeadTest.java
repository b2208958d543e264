package com.faultmaven.events.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LeadTest {

  private final DataSource database = TestDatabase.dataSource();

  @Test
  void isOneInstancesAtATime() throws SQLException {
    try (Lead first = new Lead(database);
        Lead second = new Lead(database)) {
      assertThat(first.take()).isTrue();
      assertThat(second.take()).isFalse();
      assertThat(second.holds()).isFalse();
    }
    try (Lead next = new Lead(database)) {
      assertThat(next.take()).isTrue();
    }
  }

  @Test
  void endsWithItsConnection() throws SQLException {
    try (Lead lost = new Lead(database);
        Lead next = new Lead(database)) {
      assertThat(lost.take()).isTrue();
      assertThat(lost.holds()).isTrue();
      breakConnectionsThatHoldALock();

      assertThat(lost.holds()).isFalse();
      assertThat(next.take()).isTrue();
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
