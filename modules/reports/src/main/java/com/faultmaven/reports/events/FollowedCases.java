package com.faultmaven.reports.events;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.CaseStatusChanged;
import com.faultmaven.contracts.cases.events.CaseStatusChangedV1;
import com.faultmaven.contracts.cases.events.CaseUpdatedV1;
import com.faultmaven.reports.dossiers.FollowedCase;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Remembers how the cases stand of which there are dossiers. */
@Component
class FollowedCases {

  /**
   * Nothing is stored for other changes, which are most. What is stored may be any: an instance of
   * an older version follows a case with this listener alone. That part goes in a later release.
   */
  private static final String CLOSED =
      """
      #event.payload().toStatus() == 'closed'
        or #root.event.source instanceof T(org.springframework.modulith.events.EventPublication)
      """;

  /** As few of these. */
  private static final String ARCHIVED = "#event.payload().changes().containsKey('archived_at')";

  private final FollowedCase followed;

  FollowedCases(FollowedCase followed) {
    this.followed = followed;
  }

  /**
   * In the transaction of the change, which has locked the case: few cases have a dossier, and to
   * find that out is one statement here, but a publication and more transactions for a listener.
   */
  @EventListener
  void on(CaseStatusChanged fact) {
    followed.moved(fact.caseId(), fact.change().to().word(), fact.at());
  }

  @ApplicationModuleListener(id = "reports.follow-case", condition = CLOSED)
  void on(CaseStatusChangedV1 event) {
    CaseId id = CaseId.of(event.aggregateId());
    String status = event.payload().toStatus();
    followed.moved(id, status, event.payload().changedAt());
    if (status.equals(CaseStatus.CLOSED.word())) {
      followed.ended(id);
    }
  }

  @ApplicationModuleListener(id = "reports.follow-archived-case", condition = ARCHIVED)
  void on(CaseUpdatedV1 event) {
    followed.archived(
        CaseId.of(event.aggregateId()),
        event.payload().changes().get("archived_at") != null,
        event.payload().updatedAt());
  }
}
