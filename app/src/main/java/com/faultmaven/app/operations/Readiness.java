package com.faultmaven.app.operations;

import com.faultmaven.database.Histories;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Looks at the database once at a time, however many ask: one that hangs holds one thread and one
 * connection, and everybody who asks gets an answer within two seconds.
 */
@Component
class Readiness {

  private static final String OK = "ok";
  private static final String NO_ANSWER = "the database does not answer in time";
  private static final int QUERY_SECONDS = 1;
  private static final int ANSWER_MILLIS = 2000;

  /** Each "ok", or what is wrong in plain words. */
  record Checks(String database, String migrations) {

    boolean passed() {
      return database.equals(OK) && migrations.equals(OK);
    }

    static Checks withoutDatabase(String reason) {
      return new Checks(reason, "not checked without the database");
    }
  }

  private final DataSource dataSource;
  private final Histories migrations;
  private CompletableFuture<Checks> latest =
      CompletableFuture.completedFuture(Checks.withoutDatabase(NO_ANSWER));

  Readiness(DataSource dataSource, Histories migrations) {
    this.dataSource = dataSource;
    this.migrations = migrations;
  }

  Checks check() {
    try {
      return running().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return Checks.withoutDatabase(NO_ANSWER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Checks.withoutDatabase(NO_ANSWER);
    }
  }

  private synchronized CompletableFuture<Checks> running() {
    if (latest.isDone()) {
      latest = CompletableFuture.supplyAsync(this::look, Thread::startVirtualThread);
    }
    return latest;
  }

  private Checks look() {
    try (Connection connection = dataSource.getConnection()) {
      // a query timeout needs a server that reads the cancellation; this one needs nobody
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
      return look(connection);
    } catch (SQLException e) {
      return Checks.withoutDatabase("the database cannot be reached");
    }
  }

  private Checks look(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(QUERY_SECONDS);
      statement.execute("select 1");
      return new Checks(
          OK,
          migrations.areComplete(statement) ? OK : "the schema is not the one this version needs");
    }
  }
}
