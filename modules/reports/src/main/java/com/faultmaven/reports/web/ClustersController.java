package com.faultmaven.reports.web;

import com.faultmaven.contracts.reports.v1.api.ClustersApi;
import com.faultmaven.contracts.reports.v1.model.AnalyzeScopeRequest;
import com.faultmaven.contracts.reports.v1.model.ClusterList;
import com.faultmaven.contracts.reports.v1.model.ClusterResponse;
import com.faultmaven.contracts.reports.v1.model.SaveClusterRequest;
import com.faultmaven.contracts.reports.v1.model.ScopeAnalysis;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.clusters.Cluster;
import com.faultmaven.reports.clusters.Cluster.Refreshed;
import com.faultmaven.reports.clusters.ClusterId;
import com.faultmaven.reports.clusters.Clusters;
import com.faultmaven.reports.clusters.ScopeAnalyses;
import com.faultmaven.reports.matching.CaseCandidates;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Clusters. */
@RestController
class ClustersController implements ClustersApi {

  private final ScopeAnalyses analyses;
  private final Clusters clusters;
  private final ScopeQuestions questions;
  private final CaseCandidates candidates;

  ClustersController(
      ScopeAnalyses analyses,
      Clusters clusters,
      ScopeQuestions questions,
      CaseCandidates candidates) {
    this.candidates = candidates;
    this.analyses = analyses;
    this.clusters = clusters;
    this.questions = questions;
  }

  @Override
  public ResponseEntity<ScopeAnalysis> analyzeScope(AnalyzeScopeRequest request) {
    Caller caller = Caller.current();
    Reader reader = Reader.of(caller);
    var analysis = analyses.analyze(questions.question(SentScope.of(request), reader), reader);
    return ResponseEntity.ok(ClusterResponses.of(analysis, candidates.of(analysis, caller)));
  }

  @Override
  public ResponseEntity<ClusterList> listClusters(
      Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        ClusterResponses.of(
            clusters.list(Paging.of(limit, offset, cursor), Reader.of(Caller.current()))));
  }

  @Override
  public ResponseEntity<ClusterResponse> saveCluster(SaveClusterRequest request) {
    Caller caller = Caller.current();
    Cluster saved =
        clusters.save(
            request.getName().orElse(null),
            request.getSummary().orElse(null),
            questions.question(SentScope.of(request), Reader.of(caller)),
            caller);
    return ResponseEntity.created(URI.create("/api/v1/clusters/" + saved.id()))
        .eTag(saved.version().tag())
        .body(ClusterResponses.of(saved));
  }

  @Override
  public ResponseEntity<ClusterResponse> getCluster(String clusterId) {
    Cluster cluster = clusters.get(ClusterId.of(clusterId), Reader.of(Caller.current()));
    return ResponseEntity.ok().eTag(cluster.version().tag()).body(ClusterResponses.of(cluster));
  }

  @Override
  public ResponseEntity<Void> deleteCluster(String clusterId, @Nullable String ifMatch) {
    clusters.delete(ClusterId.of(clusterId), IfMatch.of(ifMatch), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<ClusterResponse> refreshCluster(
      String clusterId, @Nullable String ifMatch) {
    Refreshed refreshed =
        clusters.refresh(ClusterId.of(clusterId), IfMatch.of(ifMatch), Caller.current());
    return ResponseEntity.ok()
        .eTag(refreshed.cluster().version().tag())
        .body(ClusterResponses.of(refreshed));
  }
}
