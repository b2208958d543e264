package com.faultmaven.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** Failures of the database that are nobody's mistake: it is away, busy, or somebody was faster. */
public enum DatabaseFailure {
  UNAVAILABLE,
  /** The connection broke during a commit. */
  OUTCOME_UNKNOWN,
  /** Somebody else holds a lock for too long. */
  LOCKED,
  /** A statement or a transaction ran out of time. */
  SLOW,
  /** Somebody else changed the row meanwhile. */
  OVERTAKEN;

  /** What a failure means, or null if it is something else. The first known cause decides. */
  public static @Nullable DatabaseFailure of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      DatabaseFailure known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  /** Whether the database is away or busy, which passes without anybody mending the code. */
  public static boolean isOutage(Throwable failure) {
    DatabaseFailure known = of(failure);
    return known != null && known != OVERTAKEN;
  }

  private static @Nullable DatabaseFailure known(Throwable failure) {
    return switch (failure) {
      case OutcomeUnknown _ -> OUTCOME_UNKNOWN;
      case OptimisticLockingFailureException _ -> OVERTAKEN;
      case ConcurrencyFailureException _ -> LOCKED;
      case QueryTimeoutException _, TransactionTimedOutException _ -> SLOW;
      case CannotCreateTransactionException _,
          DataAccessResourceFailureException _,
          TransientDataAccessResourceException _,
          RecoverableDataAccessException _ ->
          UNAVAILABLE;
      case SQLException sql when sql.getSQLState() != null -> ofState(sql.getSQLState());
      case SQLTransientException _, SQLNonTransientConnectionException _ -> UNAVAILABLE;
      default -> null;
    };
  }

  /**
   * By PostgreSQL's codes.
   *
   * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL</a>
   */
  private static @Nullable DatabaseFailure ofState(String state) {
    return switch (state) {
      case "55P03" -> LOCKED;
      case "57014" -> SLOW;
      // a server that became a standby, and a transaction that was left idle
      case "25006", "25P03" -> UNAVAILABLE;
      default ->
          switch (state.substring(0, Math.min(2, state.length()))) {
            // serialization failures and deadlocks
            case "40" -> LOCKED;
            // connection, resources, intervention of an operator, system
            case "08", "53", "57", "58" -> UNAVAILABLE;
            default -> null;
          };
    };
  }
}
