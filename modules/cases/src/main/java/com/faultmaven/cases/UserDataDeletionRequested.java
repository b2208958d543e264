package com.faultmaven.cases;

import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.TraceParent;
import com.faultmaven.kernel.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * There may be something left of a user that is to be deleted: the step of a deletion of earlier
 * versions, which may still be stored under the name of this class, in the registry or as a dead
 * letter.
 *
 * @param step tells this request from all others, also from those for the same user
 * @param by who wants it
 * @param correlation of the request or event that caused it
 */
public record UserDataDeletionRequested(
    UUID step, UserId user, UserId by, CorrelationId correlation, @Nullable TraceParent trace) {

  /** Does something as part of what caused the deletion, on this thread. */
  public void run(Runnable work) {
    try (var _ = MDC.putCloseable("correlation_id", correlation.value())) {
      correlation.run(trace == null ? work : () -> trace.run(work));
    }
  }
}
