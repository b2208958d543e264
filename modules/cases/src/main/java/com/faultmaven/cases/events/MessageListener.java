package com.faultmaven.cases.events;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.contracts.cases.events.CaseMessageAddedV1;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Counts the messages that an instance of an older version has added: it leaves that to this
 * listener, and the events may still be stored, among dead letters too. Goes in a later release.
 */
@Component
class MessageListener {

  /** Takes what is delivered again from the registry, and nothing that is published now. */
  private static final String STORED =
      "#root.event.source instanceof T(org.springframework.modulith.events.EventPublication)";

  private final Cases cases;

  MessageListener(Cases cases) {
    this.cases = cases;
  }

  @ApplicationModuleListener(id = "cases.count-message", condition = STORED)
  void on(CaseMessageAddedV1 event) {
    cases.countUpTo(
        CaseId.of(event.payload().caseId()),
        event.payload().turnNumber(),
        event.payload().createdAt());
  }
}
