package com.faultmaven.escalations.events;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.escalations.WaitingLetters;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Takes back what waits to be sent about a case as soon as it is deleted. */
@Component
class CancelledLetters {

  private final WaitingLetters letters;

  CancelledLetters(WaitingLetters letters) {
    this.letters = letters;
  }

  @ApplicationModuleListener(id = "escalations.follow-case")
  void on(CaseDeletedV1 event) {
    letters.cancel(new CaseId(event.aggregateId()));
  }
}
