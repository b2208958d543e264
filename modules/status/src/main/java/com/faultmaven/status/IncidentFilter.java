package com.faultmaven.status;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.paging.CursorScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for; null restricts nothing.
 *
 * @param active whether those that are not over, or those that are
 */
public record IncidentFilter(
    @Nullable IncidentStatus status,
    @Nullable Severity severity,
    @Nullable ServiceId service,
    @Nullable Boolean active,
    @Nullable CaseId caseId,
    @Nullable Instant startedAfter,
    @Nullable Instant startedBefore) {

  CursorScope narrowed(CursorScope list) {
    return list.with("status", status == null ? null : status.word())
        .with("severity", severity == null ? null : severity.word())
        .with("service", service)
        .with("active", active)
        .with("case", caseId)
        .with("after", startedAfter)
        .with("before", startedBefore);
  }
}
