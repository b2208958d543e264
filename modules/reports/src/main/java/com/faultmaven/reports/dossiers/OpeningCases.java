package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseCommands;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.cases.Metadata;
import com.faultmaven.cases.NewCase;
import com.faultmaven.cases.Severity;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.clusters.ClusterId;
import com.faultmaven.reports.dossiers.LinkableReports.Linkable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases from reports: the case, its links and its dossier in one transaction. */
@Service
@Transactional
public class OpeningCases {

  /** The worst, of equal ones the newest. */
  private static final Comparator<Linkable> WORST =
      Comparator.comparingDouble(Linkable::worth)
          .thenComparing(Linkable::reportedAt)
          .thenComparing(Linkable::seq);

  private final CaseCommands opening;
  private final Cases cases;
  private final LinkableReports reports;
  private final Linking linking;
  private final CaseClusterStore clusters;
  private final DossierStore dossiers;
  private final DossierReads reads;
  private final DossierAudit audit;

  OpeningCases(
      CaseCommands opening,
      Cases cases,
      LinkableReports reports,
      Linking linking,
      CaseClusterStore clusters,
      DossierStore dossiers,
      DossierReads reads,
      DossierAudit audit) {
    this.opening = opening;
    this.cases = cases;
    this.reports = reports;
    this.linking = linking;
    this.clusters = clusters;
    this.dossiers = dossiers;
    this.reads = reads;
    this.audit = audit;
  }

  /**
   * Opens a case of the caller's.
   *
   * @throws InvalidRequest if it names reports or a cluster that the caller may not read
   */
  public Dossier open(NewDossier wanted, Caller caller) {
    return open(wanted, 0, caller);
  }

  /**
   * The same with targets that the transaction adds to the case.
   *
   * @param targets how many, for those who look at what was done
   */
  public Dossier open(NewDossier wanted, int targets, Caller caller) {
    List<Linkable> linked = reports(wanted, caller);
    Linkable anchor = anchor(wanted, linked);
    requireCluster(wanted.cluster(), caller);
    Scores scores = anchor == null ? Scores.NONE : Scores.opening(anchor.worth());
    CaseView opened = opening.open(newCase(wanted, anchor, scores), caller);
    ClaimedCase claimed = cases.claim(opened.id(), 1, caller);
    Instant now = opened.createdAt();
    if (wanted.cluster() != null) {
      clusters.add(opened.id(), wanted.cluster(), caller.userId(), now);
    }
    Description description = describe(wanted, anchor);
    audit.add(
        opened.id(),
        "case_created",
        caller.userId(),
        now,
        details(wanted, targets, linked, description));
    linking.link(
        claimed,
        linked.stream().map(Linkable::named).toList(),
        new Link(Link.INITIAL_SELECTION, 1),
        caller.userId(),
        now);
    dossiers.describe(opened.id(), description);
    dossiers.score(opened.id(), scores);
    return reads.of(opened.id());
  }

  /** The reports that are named, the anchor behind them if it is none of them. */
  private List<Linkable> reports(NewDossier wanted, Caller caller) {
    Reader reader = Reader.of(caller);
    List<Linkable> named = new ArrayList<>(reports.require(wanted.reports(), reader));
    String anchor = wanted.anchor();
    if (anchor != null && !wanted.reports().contains(anchor)) {
      named.add(
          Optional.ofNullable(reports.find(List.of(anchor), reader).get(anchor))
              .orElseThrow(
                  () ->
                      InvalidRequest.body(
                          List.of(LinkableReports.unknown("/anchor_report_id", anchor)))));
    }
    return named;
  }

  private static @Nullable Linkable anchor(NewDossier wanted, List<Linkable> linked) {
    return linked.stream()
        .filter(it -> wanted.anchor() == null || it.id().equals(wanted.anchor()))
        .max(WORST)
        .orElse(null);
  }

  private void requireCluster(@Nullable String cluster, Caller caller) {
    if (cluster == null) {
      return;
    }
    if (ClusterId.found(cluster).isEmpty() || !clusters.exists(cluster, caller.organizationId())) {
      throw InvalidRequest.body(
          "/cluster_id", "unknown_value", "There is no such cluster that you can read.");
    }
  }

  private static NewCase newCase(NewDossier wanted, @Nullable Linkable anchor, Scores scores) {
    Severity following = anchor == null ? Severity.MEDIUM : scores.caseSeverity();
    return new NewCase(
        wanted.title(),
        wanted.description(),
        null,
        wanted.severity() == null ? following : wanted.severity(),
        wanted.category(),
        Metadata.EMPTY,
        wanted.tags(),
        null,
        null);
  }

  private static Description describe(NewDossier wanted, @Nullable Linkable anchor) {
    String following =
        anchor == null || anchor.classification() == null
            ? Dossier.PHYSICAL
            : anchor.classification();
    return new Description(
        wanted.type(),
        wanted.classification() == null ? following : wanted.classification(),
        wanted.uncertaintyNotes(),
        wanted.geometry(),
        anchor == null ? null : anchor.id());
  }

  private static Map<String, Object> details(
      NewDossier wanted, int targets, List<Linkable> linked, Description description) {
    Map<String, Object> details = new HashMap<>();
    details.put("report_seqs", linked.stream().map(Linkable::seq).toList());
    linked.stream()
        .filter(it -> it.id().equals(description.anchor()))
        .forEach(it -> details.put("anchor_seq", it.seq()));
    details.put("cluster_ids", wanted.cluster() == null ? List.of() : List.of(wanted.cluster()));
    details.put("target_count", targets);
    details.put("classification", description.classification());
    return details;
  }
}
