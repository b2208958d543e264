package com.faultmaven.reports.dossiers;

import com.faultmaven.reports.clusters.ScopeStats;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of a case with what it says.
 *
 * @param sourceType where its client looked; null for one that is computed here alone
 * @param geometry its area as GeoJSON; null for reports or a circle
 * @param stats as they are computed here
 * @param sentStats JSON as it was sent; null without any, and where there is too much of it
 * @param sentAnalysis the same of what was found
 * @param creator null if nobody is known any more
 */
public record KeptCluster(
    String id,
    @Nullable String sourceType,
    String classification,
    @Nullable String geometry,
    int reportCount,
    @Nullable String summary,
    ScopeStats stats,
    @Nullable String sentStats,
    @Nullable String sentAnalysis,
    @Nullable String creator,
    Instant createdAt,
    Instant refreshedAt,
    Instant linkedAt) {}
