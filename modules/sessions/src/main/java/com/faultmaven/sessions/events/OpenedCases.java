package com.faultmaven.sessions.events;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.kernel.UserId;
import com.faultmaven.messaging.Inbox;
import com.faultmaven.sessions.CasesOfSessions;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of the cases that were opened in sessions. */
@Component
class OpenedCases {

  private static final String ID = "sessions.case-opened";

  private final Inbox inbox;
  private final CasesOfSessions counts;

  OpenedCases(Inbox inbox, CasesOfSessions counts) {
    this.inbox = inbox;
    this.counts = counts;
  }

  @ApplicationModuleListener(id = ID)
  void on(CaseCreatedV2 event) {
    String session = event.payload().sessionId();
    if (session != null && inbox.isFirst(ID, event.eventId())) {
      counts.opened(session, new UserId(event.payload().userId()));
    }
  }
}
