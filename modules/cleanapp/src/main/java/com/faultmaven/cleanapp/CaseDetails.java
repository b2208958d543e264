package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseQueries;
import com.faultmaven.cases.CaseRole;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.StatusHistory;
import com.faultmaven.contracts.cleanapp.v4.model.CaseDetail;
import com.faultmaven.contracts.cleanapp.v4.model.CaseEscalations;
import com.faultmaven.contracts.cleanapp.v4.model.ResolutionSignal;
import com.faultmaven.escalations.CaseMail;
import com.faultmaven.escalations.CaseMails;
import com.faultmaven.escalations.KnownTargets;
import com.faultmaven.escalations.LetterRecords;
import com.faultmaven.escalations.Signal;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.dossiers.DossierAudit;
import com.faultmaven.reports.dossiers.WholeDossiers;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads cases with all that belongs to them, in as many statements however much that is. */
@Component
class CaseDetails {

  private static final Paging MOST_MOVES = new Paging(1_000, 0, null);

  private final CaseQueries cases;
  private final StatusHistory history;
  private final WholeDossiers dossiers;
  private final KnownTargets targets;
  private final CaseMails mails;
  private final LetterRecords letters;

  CaseDetails(
      CaseQueries cases,
      StatusHistory history,
      WholeDossiers dossiers,
      KnownTargets targets,
      CaseMails mails,
      LetterRecords letters) {
    this.cases = cases;
    this.history = history;
    this.dossiers = dossiers;
    this.targets = targets;
    this.mails = mails;
    this.letters = letters;
  }

  CaseDetail of(CaseId id, Caller caller) {
    CaseView seen = cases.get(id, caller);
    CaseRecordAnswer dossier =
        new CaseRecordAnswer(
            seen, dossiers.dossier(id), dossiers.reports(id), dossiers.clusters(id));
    List<DossierAudit.Entry> acts = dossiers.audit(id);
    List<CaseMail> sent = mails.of(id);
    return new CaseDetail()
        ._case(dossier.record())
        .linkedReports(dossier.linkedReports())
        .clusters(dossier.savedClusters())
        .escalationTargets(TargetAnswers.of(targets.of(id)))
        .escalationActions(LetterAnswers.actions(id.value(), sent))
        .emailDeliveries(LetterAnswers.deliveries(id.value(), sent))
        .resolutionSignals(letters.signals(id).stream().map(CaseDetails::signal).toList())
        .auditEvents(
            new AuditAnswers(id.value())
                .dossier(acts)
                .statuses(history.of(id, MOST_MOVES, caller).rows(), StatusNote.among(acts))
                .letters(letters.audit(id), sent)
                .inOrder());
  }

  /**
   * A case of the caller, who may change it.
   *
   * @throws Refused if the caller may only read it
   */
  CaseView writable(CaseId id, Caller caller) {
    CaseView seen = cases.get(id, caller);
    if (seen.myRole() == CaseRole.VIEWER) {
      throw Refused.readOnly(id);
    }
    return seen;
  }

  CaseEscalations escalations(CaseId id, Caller caller) {
    cases.get(id, caller);
    List<CaseMail> sent = mails.of(id);
    return new CaseEscalations()
        .caseId(id.value())
        .targets(TargetAnswers.of(targets.of(id)))
        .actions(LetterAnswers.actions(id.value(), sent))
        .deliveries(LetterAnswers.deliveries(id.value(), sent))
        .linkedCount(dossiers.dossier(id).reportCount());
  }

  private static ResolutionSignal signal(Signal signal) {
    return new ResolutionSignal()
        .id(signal.number())
        .caseId(signal.caseId().value())
        .sourceType(signal.heard().sourceType())
        .summary(signal.heard().summary())
        .metadataJson(signal.heard().metadata().json())
        .createdAt(Times.of(signal.createdAt()));
  }
}
