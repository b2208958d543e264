package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.kernel.Caller;
import com.faultmaven.reports.clusters.ClusterId;
import com.faultmaven.reports.clusters.ClusterNotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which clusters are about a case. */
@Service
@Transactional
public class CaseClusters {

  static final int MOST = 100;

  private final Cases cases;
  private final CaseClusterStore clusters;
  private final MergeStore merges;
  private final DossierStore dossiers;
  private final DossierAudit audit;
  private final Clock clock;

  CaseClusters(
      Cases cases,
      CaseClusterStore clusters,
      MergeStore merges,
      DossierStore dossiers,
      DossierAudit audit,
      Clock clock) {
    this.cases = cases;
    this.clusters = clusters;
    this.merges = merges;
    this.dossiers = dossiers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Links a cluster of the caller's organization; one that is linked stays so.
   *
   * @throws ClusterNotFound if there is none
   * @throws DossierFull if the case would have more than 100
   * @throws CaseMerged if it shows with another one
   */
  public void link(CaseId id, ClusterId cluster, Caller caller) {
    ClaimedCase claimed = cases.claim(id, 0, caller);
    if (!clusters.exists(cluster.value(), claimed.organization())) {
      throw ClusterNotFound.of(cluster);
    }
    merges.requireApart(id);
    Instant now = now();
    if (clusters.add(id, cluster.value(), caller.userId(), now)) {
      if (clusters.countOf(id) > MOST) {
        throw DossierFull.ofClusters(MOST);
      }
      dossiers.recompute(claimed, now);
      audit.add(id, "cluster_linked", caller.userId(), now, Map.of("cluster_id", cluster.value()));
    }
  }

  /**
   * Takes a cluster off; one that is not linked stays so.
   *
   * @throws CaseMerged if it came with a merged case, or the case shows with another one
   */
  public void unlink(CaseId id, ClusterId cluster, Caller caller) {
    ClaimedCase claimed = cases.claim(id, 0, caller);
    merges.requireApart(id);
    clusters
        .merged(id, cluster.value())
        .ifPresent(
            source -> {
              throw CaseMerged.with(source, id);
            });
    if (clusters.remove(id, cluster.value())) {
      Instant now = now();
      dossiers.recompute(claimed, now);
      audit.add(
          id, "cluster_unlinked", caller.userId(), now, Map.of("cluster_id", cluster.value()));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
