package com.faultmaven.clients;

import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A request that waits in the middle of its effect: nobody can write a case meanwhile. */
record RunningRequest(Connection lock, CompletableFuture<Answer> answer) {

  static RunningRequest of(Supplier<Answer> request) throws SQLException {
    Connection lock = TestDatabase.dataSource().getConnection();
    lock.setAutoCommit(false);
    try (Statement statement = lock.createStatement()) {
      statement.execute("lock table cases.cases in exclusive mode");
    }
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
    await().until(() -> somebodyWaits(lock));
    return new RunningRequest(lock, answer);
  }

  Answer finish() throws SQLException {
    lock.rollback();
    lock.close();
    return answer.join();
  }

  private static boolean somebodyWaits(Connection connection) throws SQLException {
    String sql =
        """
        select exists (select from pg_locks
                       where not granted and relation = 'cases.cases'::regclass)
        """;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
