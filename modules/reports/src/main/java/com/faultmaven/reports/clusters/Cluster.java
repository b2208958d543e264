package com.faultmaven.reports.clusters;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import com.faultmaven.reports.ReportId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kept analysis.
 *
 * @param reports those that were taken and are still there, the newest first
 * @param creator who keeps it, if anybody is known
 */
public record Cluster(
    ClusterId id,
    @Nullable String name,
    @Nullable String summary,
    Question question,
    ScopeStats stats,
    List<Hypothesis> hypotheses,
    List<ReportId> reports,
    @Nullable UserId creator,
    Instant createdAt,
    Instant refreshedAt,
    EntityVersion version) {

  /** A cluster computed anew, and what is different about its reports. */
  public record Refreshed(Cluster cluster, List<ReportId> added, List<ReportId> removed) {}
}
