package com.faultmaven.reports;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.CursorScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which reports a list shows; null, or nothing, does not restrict. */
public record ReportFilter(
    @Nullable ReportStatus status,
    @Nullable String classification,
    @Nullable Visibility visibility,
    @Nullable String source,
    @Nullable String externalId,
    List<Integer> seqs,
    @Nullable CaseId caseId,
    @Nullable UserId reporter,
    @Nullable Box box,
    @Nullable String text,
    @Nullable Instant reportedAfter,
    @Nullable Instant reportedBefore,
    @Nullable Double severityMin) {

  CursorScope narrowed(CursorScope list) {
    return list.with("status", status)
        .with("classification", classification)
        .with("visibility", visibility)
        .with("source", source)
        .with("external_id", externalId)
        .withAll("seq", seqs.stream().map(String::valueOf).toList())
        .with("case", caseId)
        .with("reporter", reporter)
        .with("box", box)
        .with("q", text)
        .with("after", reportedAfter)
        .with("before", reportedBefore)
        .with("severity", severityMin);
  }
}
