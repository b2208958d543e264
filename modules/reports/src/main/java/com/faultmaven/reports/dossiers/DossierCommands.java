package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.reports.ReportId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what people say of a case beside its reports. */
@Service
@Transactional
public class DossierCommands {

  private final Cases cases;
  private final MergeStore merges;
  private final LinkStore links;
  private final DossierStore dossiers;
  private final DossierReads reads;
  private final DossierAudit audit;
  private final Clock clock;

  DossierCommands(
      Cases cases,
      MergeStore merges,
      LinkStore links,
      DossierStore dossiers,
      DossierReads reads,
      DossierAudit audit,
      Clock clock) {
    this.cases = cases;
    this.merges = merges;
    this.links = links;
    this.dossiers = dossiers;
    this.reads = reads;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes the edit; one that changes nothing leaves no trace.
   *
   * @throws CaseMerged if the case shows with another one
   */
  public Dossier edit(CaseId id, DossierEdit edit, IfMatch condition, Caller caller) {
    ClaimedCase claimed = cases.claim(id, 0, caller);
    merges.requireApart(id);
    Dossier before = reads.of(id);
    condition.require(before.version());
    Description description = Description.of(before);
    Description wanted = edit.apply(description);
    if (wanted.equals(description)) {
      return before;
    }
    requireLinked(id, description, wanted);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    dossiers.touch(List.of(claimed), now);
    dossiers.describe(id, wanted);
    audit.add(
        id,
        "dossier_updated",
        caller.userId(),
        now,
        Map.of("changed", wanted.changes(description)));
    return reads.of(id);
  }

  /** A report of a merged case stands for that case. */
  private void requireLinked(CaseId id, Description before, Description wanted) {
    String anchor = wanted.anchor();
    if (anchor == null || anchor.equals(before.anchor())) {
      return;
    }
    if (ReportId.found(anchor).isEmpty() || !links.has(id, anchor)) {
      throw InvalidRequest.body(
          "/anchor_report_id", "not_allowed", "The anchor has to be linked to the case.");
    }
  }
}
