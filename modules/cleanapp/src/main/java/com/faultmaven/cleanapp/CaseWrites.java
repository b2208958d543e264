package com.faultmaven.cleanapp;

import com.faultmaven.cases.Case;
import com.faultmaven.cases.CaseEdit;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.CaseStatusChanged;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.Category;
import com.faultmaven.cases.TagNames;
import com.faultmaven.escalations.KnownTargets;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.Text;
import com.faultmaven.reports.clusters.BroughtClusters;
import com.faultmaven.reports.clusters.BroughtClusters.Brought;
import com.faultmaven.reports.clusters.ClusterId;
import com.faultmaven.reports.dossiers.CaseClusters;
import com.faultmaven.reports.dossiers.DossierAudit;
import com.faultmaven.reports.dossiers.Link;
import com.faultmaven.reports.dossiers.Linking;
import com.faultmaven.reports.dossiers.MergeStore;
import com.faultmaven.reports.dossiers.NewDossier;
import com.faultmaven.reports.dossiers.OpeningCases;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes cases with all that belongs to them, each time in one transaction. */
@Service
@Transactional
class CaseWrites {

  private static final IfMatch WHATEVER_IS_THERE = IfMatch.of(null);
  private static final Link CLUSTER_MATCH = new Link("cluster_match", 0.95);
  private static final int LONGEST_REASON = 500;

  private final OpeningCases opening;
  private final Cases cases;
  private final Linking linking;
  private final MergeStore merges;
  private final CaseClusters caseClusters;
  private final BroughtClusters clusters;
  private final KnownTargets targets;
  private final DossierAudit audit;
  private final Clock clock;

  CaseWrites(
      OpeningCases opening,
      Cases cases,
      Linking linking,
      MergeStore merges,
      CaseClusters caseClusters,
      BroughtClusters clusters,
      KnownTargets targets,
      DossierAudit audit,
      Clock clock) {
    this.opening = opening;
    this.cases = cases;
    this.linking = linking;
    this.merges = merges;
    this.caseClusters = caseClusters;
    this.clusters = clusters;
    this.targets = targets;
    this.audit = audit;
    this.clock = clock;
  }

  /** Opens a case of the caller's. */
  public CaseId open(Gathered gathered, Caller caller) {
    ClusterId cluster = kept(gathered, caller);
    CaseId id =
        opening.open(dossier(gathered, cluster), gathered.targets().size(), caller).caseId();
    targets.put(id, gathered.targets(), caller);
    CaseStatus status = gathered.wanted().status();
    if (status != null && status != CaseStatus.CONSULTING) {
      Case theCase = cases.writable(id, WHATEVER_IS_THERE, caller);
      theCase.moveAnywhere(status, null, caller.userId(), clock.instant());
      cases.save(theCase);
    }
    return id;
  }

  /** Adds to a case. */
  public void attach(CaseId id, Gathered gathered, Caller caller) {
    cases.claim(id, 0, caller);
    merges.requireApart(id);
    if (!gathered.reports().isEmpty()) {
      linking.link(id, gathered.reportIds(), CLUSTER_MATCH, caller);
    }
    ClusterId cluster = kept(gathered, caller);
    if (cluster != null) {
      caseClusters.link(id, cluster, caller);
    }
    targets.put(id, gathered.targets(), caller);
  }

  /** Moves a case from any status to any, and says otherwise what is wrong unless it is empty. */
  public void move(CaseId id, CaseStatus to, StatusNote note, Caller caller) {
    Case theCase = cases.writable(id, WHATEVER_IS_THERE, caller);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!note.summary().isEmpty()) {
      theCase.edit(new CaseEdit(null, note.summary(), null, null, null, null), now);
    }
    Map<String, Object> details = note.unmoved(Statuses.word(to));
    if (to != theCase.status()) {
      CaseStatusChanged moved =
          theCase.moveAnywhere(to, reason(note.summary()), caller.userId(), now);
      details = note.beside(moved.change().sequence());
    }
    if (note.hasMore()) {
      audit.add(id, StatusNote.TYPE, caller.userId(), now, details);
    }
    cases.save(theCase);
  }

  private @Nullable ClusterId kept(Gathered gathered, Caller caller) {
    Brought brought = gathered.cluster();
    return brought == null ? null : clusters.keep(brought, gathered.found(), caller);
  }

  private static NewDossier dossier(Gathered gathered, @Nullable ClusterId cluster) {
    Wanted wanted = gathered.wanted();
    SentGeometry geometry = wanted.geometry();
    return new NewDossier(
        wanted.title(),
        wanted.summary(),
        null,
        Category.OTHER,
        new TagNames(List.of()),
        wanted.type(),
        wanted.classification(),
        wanted.notes().isEmpty() ? null : wanted.notes(),
        geometry == null ? null : geometry.json(),
        gathered.anchor() == null ? null : gathered.anchor().value(),
        gathered.reportIds(),
        cluster == null ? null : cluster.value());
  }

  private static @Nullable String reason(String summary) {
    String trimmed = Text.trim(summary);
    if (trimmed.isEmpty()) {
      return null;
    }
    return trimmed.codePointCount(0, trimmed.length()) <= LONGEST_REASON
        ? trimmed
        : trimmed.substring(0, trimmed.offsetByCodePoints(0, LONGEST_REASON));
  }
}
