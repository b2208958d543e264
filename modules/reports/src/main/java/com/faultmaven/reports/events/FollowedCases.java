package com.faultmaven.reports.events;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.cases.events.CaseStatusChangedV1;
import com.faultmaven.contracts.cases.events.CaseUpdatedV1;
import com.faultmaven.reports.dossiers.FollowedCase;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Remembers how the cases stand of which there are dossiers. */
@Component
class FollowedCases {

  /** Nothing is stored for other changes, which are most. */
  private static final String ARCHIVED = "#event.payload().changes().containsKey('archived_at')";

  private final FollowedCase followed;

  FollowedCases(FollowedCase followed) {
    this.followed = followed;
  }

  @ApplicationModuleListener(id = "reports.follow-case")
  void on(CaseStatusChangedV1 event) {
    followed.moved(
        CaseId.of(event.aggregateId()), event.payload().toStatus(), event.payload().changedAt());
  }

  @ApplicationModuleListener(id = "reports.follow-archived-case", condition = ARCHIVED)
  void on(CaseUpdatedV1 event) {
    followed.archived(
        CaseId.of(event.aggregateId()),
        event.payload().changes().get("archived_at") != null,
        event.payload().updatedAt());
  }
}
