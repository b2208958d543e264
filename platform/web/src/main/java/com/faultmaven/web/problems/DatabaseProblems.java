package com.faultmaven.web.problems;

import com.faultmaven.database.DatabaseFailure;
import com.faultmaven.kernel.CommonProblem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a caller is answered when the database fails. */
final class DatabaseProblems {

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
          CommonProblem.VERSION_CONFLICT,
          "The resource was changed by somebody else meanwhile. Read it again, then repeat your change.");

  private DatabaseProblems() {}

  static @Nullable Problem of(Throwable failure) {
    return switch (DatabaseFailure.of(failure)) {
      case UNAVAILABLE -> UNAVAILABLE;
      case OUTCOME_UNKNOWN -> OUTCOME_UNKNOWN;
      case LOCKED -> LOCKED;
      case SLOW -> SLOW;
      case OVERTAKEN -> OVERTAKEN;
      case null -> null;
    };
  }

  private static Problem unavailable(String detail, int retryAfterSeconds) {
    return Problem.of(
        CommonProblem.SERVICE_UNAVAILABLE,
        detail,
        Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
  }
}
