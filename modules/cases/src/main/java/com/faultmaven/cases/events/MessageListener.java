package com.faultmaven.cases.events;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.ConversationPulse;
import com.faultmaven.contracts.cases.events.CaseMessageAddedV1;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of the messages other modules keep. */
@Component
class MessageListener {

  private final ConversationPulse pulse;

  MessageListener(ConversationPulse pulse) {
    this.pulse = pulse;
  }

  @ApplicationModuleListener(id = "cases.count-message")
  void on(CaseMessageAddedV1 event) {
    pulse.heard(
        CaseId.of(event.payload().caseId()),
        event.payload().turnNumber(),
        event.payload().createdAt());
  }
}
