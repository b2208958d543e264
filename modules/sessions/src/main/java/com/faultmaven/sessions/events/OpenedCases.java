package com.faultmaven.sessions.events;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.kernel.UserId;
import com.faultmaven.sessions.CasesOfSessions;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of the cases that were opened in sessions. */
@Component
class OpenedCases {

  /** Nothing is stored for the others, which are most: what else cases call a session is theirs. */
  private static final String IN_A_SESSION =
      "#event.payload().sessionId()?.matches('session_[0-9a-f]{32}') ?: false";

  private final CasesOfSessions counts;

  OpenedCases(CasesOfSessions counts) {
    this.counts = counts;
  }

  @ApplicationModuleListener(id = "sessions.case-opened", condition = IN_A_SESSION)
  void on(CaseCreatedV2 event) {
    String session = event.payload().sessionId();
    if (session != null) {
      counts.opened(session, new UserId(event.payload().userId()));
    }
  }
}
