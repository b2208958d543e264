package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that is linked to a case, in short.
 *
 * @param linkedBy null if nobody is known any more
 * @param from the merged case it came with; null for the case itself
 */
public record CaseCluster(
    String clusterId,
    @Nullable String name,
    @Nullable String summary,
    String classification,
    int reportCount,
    Instant linkedAt,
    @Nullable String linkedBy,
    @Nullable CaseId from) {}
