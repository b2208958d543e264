package com.faultmaven.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The right to do something that one instance does at a time: an advisory lock on a connection that
 * nothing else uses. It ends with the connection, so the death of a process passes it on.
 */
public final class LeaderLock implements AutoCloseable {

  /** What is done by one instance at a time. */
  public enum Role {
    PUBLISHING(0x46_4D_50_75_62_6C_73L),
    REDELIVERY(0x46_4D_52_65_64_65_6CL);

    /** Any number nobody else locks, the same in every version that runs. */
    private final long lock;

    Role(long lock) {
      this.lock = lock;
    }
  }

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
  private final Role role;
  private boolean taken;

  /**
   * A connection to hold the right on; {@link #tryToLead} it.
   *
   * @throws SQLException if there is none
   */
  public LeaderLock(DataSource database, Role role) throws SQLException {
    this.connection = database.getConnection();
    this.role = role;
  }

  /**
   * Returns whether it is taken: nobody else has it.
   *
   * @throws SQLException if the database does not answer
   */
  public boolean tryToLead() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("select pg_try_advisory_lock(" + role.lock + ")")) {
      taken = result.next() && result.getBoolean(1);
    }
    if (taken) {
      execute(NOTICE_SILENCE);
    }
    return taken;
  }

  /** Whether it is still there: a connection that broke has passed it on. */
  public boolean holds() {
    try {
      return taken && connection.isValid(SECONDS_TO_ANSWER);
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible); // only for a negative number of seconds
    }
  }

  /** Passes it on. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      if (holds()) {
        execute("select pg_advisory_unlock(" + role.lock + ")");
        execute(FORGET_SILENCE);
      } else if (taken) {
        // a connection that is only slow would keep it, back in its pool
        connection.abort(Runnable::run);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
