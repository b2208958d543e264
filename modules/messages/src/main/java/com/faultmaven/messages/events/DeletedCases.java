package com.faultmaven.messages.events;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.events.CaseDeletedV1;
import com.faultmaven.messages.MessageCommands;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Deletes the conversation with its case. */
@Component
class DeletedCases {

  private final MessageCommands messages;

  DeletedCases(MessageCommands messages) {
    this.messages = messages;
  }

  @ApplicationModuleListener(id = "messages.delete-with-case")
  void on(CaseDeletedV1 event) {
    messages.deleteAllOf(new CaseId(event.aggregateId()));
  }
}
