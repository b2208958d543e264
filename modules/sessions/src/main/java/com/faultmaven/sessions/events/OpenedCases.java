package com.faultmaven.sessions.events;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.kernel.UserId;
import com.faultmaven.sessions.CasesOfSessions;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of the cases that were opened in sessions. */
@Component
class OpenedCases {

  private final CasesOfSessions counts;

  OpenedCases(CasesOfSessions counts) {
    this.counts = counts;
  }

  @ApplicationModuleListener(id = "sessions.case-opened")
  void on(CaseCreatedV2 event) {
    String session = event.payload().sessionId();
    if (session != null) {
      counts.opened(session, new UserId(event.payload().userId()));
    }
  }
}
