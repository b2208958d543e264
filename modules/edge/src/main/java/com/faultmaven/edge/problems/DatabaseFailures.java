package com.faultmaven.edge.problems;

import com.faultmaven.edge.ProblemType;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Map;
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
public final class DatabaseFailures {

  static final Problem UNAVAILABLE =
      unavailable("The service cannot do its work at the moment. Try again shortly.", 5);

  private static final Problem OUTCOME_UNKNOWN =
      unavailable(
          "The database was lost while this was being stored; whether it is stored is not known."
              + " A POST with an Idempotency-Key may be sent again with the same key and has its"
              + " effect once; anything else should be looked for first.",
          5);

  private static final Problem LOCKED =
      unavailable(
          "What this request changes is locked by another one for too long. Try again shortly.", 1);

  private static final Problem SLOW =
      unavailable("This took too long and was given up. Try again shortly.", 5);

  private static final Problem OVERTAKEN =
      Problem.of(
          ProblemType.VERSION_CONFLICT,
          "The resource was changed by somebody else meanwhile. Read it again, then repeat your change.");

  private DatabaseFailures() {}

  /** Whether the database is away or busy, which passes without anybody mending the code. */
  public static boolean isOutage(Throwable failure) {
    Problem problem = problemOf(failure);
    return problem != null && problem.type() == ProblemType.SERVICE_UNAVAILABLE;
  }

  /** Asks all causes, whatever wraps them: the first that is known decides. */
  static @Nullable Problem problemOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Problem problem = known(cause);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable Problem known(Throwable failure) {
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
  private static @Nullable Problem ofState(String state) {
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

  private static Problem unavailable(String detail, int retryAfterSeconds) {
    return Problem.of(
        ProblemType.SERVICE_UNAVAILABLE,
        detail,
        Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
  }
}
