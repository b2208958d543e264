package com.faultmaven.reports;

import com.faultmaven.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report with what it has elsewhere; null for what it has not.
 *
 * @param seq its number
 * @param reporter who reported it, if anybody is known
 * @param createdAt when it was stored there
 */
public record ImportedReport(
    NewReport report,
    @Nullable Integer seq,
    @Nullable ReportId id,
    ReportStatus status,
    @Nullable UserId reporter,
    @Nullable Instant createdAt) {}
