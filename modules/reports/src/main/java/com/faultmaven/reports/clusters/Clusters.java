package com.faultmaven.reports.clusters;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.VersionConflict;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.Denied;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.clusters.Cluster.Refreshed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps analyses; what is in them is computed here, while nothing is locked and no connection is
 * held.
 */
@Service
public class Clusters {

  private final ScopeAnalyses analyses;
  private final ClusterStore store;
  private final ClusterListQuery lists;
  private final RandomGenerator random;
  private final Clock clock;

  Clusters(
      ScopeAnalyses analyses,
      ClusterStore store,
      ClusterListQuery lists,
      RandomGenerator random,
      Clock clock) {
    this.analyses = analyses;
    this.store = store;
    this.lists = lists;
    this.random = random;
    this.clock = clock;
  }

  /** Analyzes a scope and keeps what is found. */
  public Cluster save(
      @Nullable String name, @Nullable String summary, Question question, Caller caller) {
    Reader reader = Reader.of(caller);
    ScopeAnalysis found = analyses.analyze(question, reader);
    Instant now = now();
    Cluster cluster =
        new Cluster(
            ClusterId.random(random),
            name,
            summary,
            question,
            found.stats(),
            found.hypotheses(),
            found.reportIds(),
            caller.userId(),
            now,
            now,
            new EntityVersion(1));
    store.insert(cluster, reader);
    return cluster;
  }

  /** A cluster as it was last computed. */
  public Cluster get(ClusterId id, Reader reader) {
    return store.get(id, reader);
  }

  /** The clusters of the organization, the newest first. */
  public Page<Cluster> list(Paging paging, Reader reader) {
    return lists.page(paging, reader);
  }

  /** Analyzes the scope of a cluster anew. */
  public Refreshed refresh(ClusterId id, IfMatch condition, Caller caller) {
    Reader reader = Reader.of(caller);
    Cluster before = allowed(store.get(id, reader), condition, caller);
    ScopeAnalysis found = analyses.again(before.question(), reader);
    List<ReportId> reports = found.reportIds();
    Cluster after =
        new Cluster(
            id,
            before.name(),
            before.summary(),
            before.question(),
            found.stats(),
            found.hypotheses(),
            reports,
            before.creator(),
            before.createdAt(),
            now(),
            new EntityVersion(before.version().value() + 1));
    if (!store.replace(after)) {
      throw VersionConflict.now(store.get(id, reader).version());
    }
    return new Refreshed(
        after, without(reports, before.reports()), without(before.reports(), reports));
  }

  /** Keeps a cluster no longer. */
  @Transactional
  public void delete(ClusterId id, IfMatch condition, Caller caller) {
    allowed(store.lock(id, Reader.of(caller)), condition, caller);
    store.delete(id);
  }

  private static Cluster allowed(Cluster cluster, IfMatch condition, Caller caller) {
    if (!caller.userId().equals(cluster.creator()) && !caller.isAdmin()) {
      throw Denied.ofCluster();
    }
    condition.require(cluster.version());
    return cluster;
  }

  private static List<ReportId> without(List<ReportId> all, List<ReportId> others) {
    Set<ReportId> known = Set.copyOf(others);
    return all.stream().filter(it -> !known.contains(it)).toList();
  }

  /** As precise as the database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
