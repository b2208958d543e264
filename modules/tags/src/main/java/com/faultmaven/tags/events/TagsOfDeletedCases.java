package com.faultmaven.tags.events;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.events.CaseDeletedV1;
import com.faultmaven.tags.TagCommands;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Deletes the tags of a case after the case. */
@Component
class TagsOfDeletedCases {

  private final TagCommands commands;

  TagsOfDeletedCases(TagCommands commands) {
    this.commands = commands;
  }

  @ApplicationModuleListener(id = "tags.delete-with-case")
  void on(CaseDeletedV1 event) {
    commands.forget(CaseId.of(event.payload().caseId()));
  }
}
