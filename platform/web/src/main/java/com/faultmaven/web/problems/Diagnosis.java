package com.faultmaven.web.problems;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import jakarta.servlet.ServletException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotWritableException;
import tools.jackson.core.JacksonException;

/** Finds out which problem a failure is. */
final class Diagnosis {

  private static final Problem UNKNOWN =
      Problem.of(
          CommonProblem.INTERNAL_ERROR,
          "Something went wrong on our side. Quote the correlation id when you report it.");

  private Diagnosis() {}

  static Problem of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = wrappedBy(cause)) {
      Problem problem = known(cause);
      if (problem != null) {
        return problem;
      }
    }
    Problem ofTheDatabase = DatabaseProblems.of(failure);
    return ofTheDatabase != null ? ofTheDatabase : UNKNOWN;
  }

  private static @Nullable Problem known(Throwable failure) {
    return failure instanceof Refusal refusal
        ? Problem.of(refusal)
        : WebFailures.problemOf(failure);
  }

  private static @Nullable Throwable wrappedBy(Throwable failure) {
    return failure instanceof ServletException
            || failure instanceof UncheckedIOException
            || failure instanceof UndeclaredThrowableException
            || isRefusedWhileWriting(failure)
        ? failure.getCause()
        : null;
  }

  /** A client that went away is told nothing. */
  private static boolean isRefusedWhileWriting(Throwable failure) {
    return (failure instanceof HttpMessageNotWritableException
            || failure instanceof JacksonException)
        && !(failure.getCause() instanceof ClientAbortException);
  }
}
