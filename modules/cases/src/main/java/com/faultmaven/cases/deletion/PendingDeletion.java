package com.faultmaven.cases.deletion;

import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.TraceParent;
import com.faultmaven.kernel.UserId;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A deletion of a user's data that is not done yet.
 *
 * @param correlation of the request or event that caused it
 */
record PendingDeletion(UserId user, CorrelationId correlation, @Nullable TraceParent trace) {

  /** Does something as part of what caused the deletion, on this thread. */
  void run(Runnable work) {
    try (var _ = MDC.putCloseable("correlation_id", correlation.value())) {
      correlation.run(trace == null ? work : () -> trace.run(work));
    }
  }
}
