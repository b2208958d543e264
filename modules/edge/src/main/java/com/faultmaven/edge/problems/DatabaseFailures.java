package com.faultmaven.edge.problems;

import com.faultmaven.edge.ProblemType;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/** Failures of the database that are nobody's mistake: it is away, or somebody was faster. */
final class DatabaseFailures {

  static final Problem UNAVAILABLE =
      Problem.of(
          ProblemType.SERVICE_UNAVAILABLE,
          "The service cannot do its work at the moment. Try again shortly.",
          Map.of("Retry-After", "5"));

  private static final Problem OVERTAKEN =
      Problem.of(
          ProblemType.VERSION_CONFLICT,
          "The resource was changed by somebody else meanwhile. Read it again, then repeat your change.");

  private DatabaseFailures() {}

  static @Nullable Problem problemOf(Throwable failure) {
    return switch (failure) {
      case ConcurrencyFailureException _ -> OVERTAKEN;
      case CannotCreateTransactionException _,
          DataAccessResourceFailureException _,
          TransientDataAccessResourceException _,
          RecoverableDataAccessException _,
          QueryTimeoutException _ ->
          UNAVAILABLE;
      case DataAccessException _, TransactionException _ -> ofState(failure);
      default -> null;
    };
  }

  /** A commit reports what the database said only as the cause at the bottom. */
  private static @Nullable Problem ofState(Throwable failure) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
    String state = root instanceof SQLException said ? said.getSQLState() : null;
    if (state == null) {
      return null;
    }
    if (state.startsWith("40") || state.equals("55P03")) {
      return OVERTAKEN;
    }
    return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
        ? UNAVAILABLE
        : null;
  }
}
