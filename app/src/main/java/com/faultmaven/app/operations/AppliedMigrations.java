package com.faultmaven.app.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * How many migrations each module had when this process had migrated, or seen that all are done.
 */
@Component
class AppliedMigrations implements Callback {

  private static final String UNDEFINED_TABLE = "42P01";

  private final Map<String, Integer> countByHistory = new ConcurrentHashMap<>();

  @Override
  public void handle(Event event, Context context) {
    String history = context.getConfiguration().getTable();
    try (Statement statement = context.getConnection().createStatement()) {
      countByHistory.put(history, count(statement, history));
    } catch (SQLException e) {
      if (event == Event.AFTER_INFO && UNDEFINED_TABLE.equals(e.getSQLState())) {
        return;
      }
      throw new IllegalStateException(e);
    }
  }

  /** More than then is fine: a newer instance migrated meanwhile. */
  boolean areStillThere(Statement statement) throws SQLException {
    try {
      for (Map.Entry<String, Integer> applied : countByHistory.entrySet()) {
        if (count(statement, applied.getKey()) < applied.getValue()) {
          return false;
        }
      }
      return !countByHistory.isEmpty();
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private static int count(Statement statement, String history) throws SQLException {
    String sql = "select count(*) from \"" + history + "\" where success";
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE || event == Event.AFTER_INFO;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "applied migrations";
  }
}
