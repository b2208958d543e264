package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that is linked to a case, as far as readers of the case see it.
 *
 * @param longitude null for nowhere, like the latitude
 * @param linkedBy null if nobody is known any more
 * @param from the merged case it came with; null for the case itself
 */
public record LinkedReport(
    String reportId,
    int seq,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String classification,
    @Nullable Double severity,
    @Nullable Double longitude,
    @Nullable Double latitude,
    Instant reportedAt,
    String reason,
    double confidence,
    Instant attachedAt,
    @Nullable String linkedBy,
    @Nullable CaseId from) {}
