package com.faultmaven.events.publisher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The right to publish, of one instance at a time: an advisory lock on a connection that nothing
 * else uses. It ends with the connection, so the death of a process passes it on.
 */
final class Lead implements AutoCloseable {

  /** Any number nobody else locks. */
  private static final long LOCK = 0x46_4D_50_75_62_6C_73L;

  private static final int SECONDS_TO_ANSWER = 5;

  /** The database gives up a holder whose whole machine fell silent, in about eight seconds. */
  private static final String NOTICE_SILENCE =
      """
      set tcp_keepalives_idle = 4;
      set tcp_keepalives_interval = 2;
      set tcp_keepalives_count = 2;
      """;

  private static final String FORGET_SILENCE =
      """
      reset tcp_keepalives_idle;
      reset tcp_keepalives_interval;
      reset tcp_keepalives_count;
      """;

  private final Connection connection;
  private boolean taken;

  /** A connection to hold the right on; {@link #take} it. */
  Lead(DataSource database) throws SQLException {
    this.connection = database.getConnection();
  }

  /** Returns whether it is taken: nobody else has it. */
  boolean take() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      taken = result.next() && result.getBoolean(1);
    }
    if (taken) {
      execute(NOTICE_SILENCE);
    }
    return taken;
  }

  /** Whether it is still there: a connection that broke has passed it on. */
  boolean holds() {
    try {
      return taken && connection.isValid(SECONDS_TO_ANSWER);
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible); // only for a negative number of seconds
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      if (holds()) {
        execute("select pg_advisory_unlock(" + LOCK + ")");
        execute(FORGET_SILENCE);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
