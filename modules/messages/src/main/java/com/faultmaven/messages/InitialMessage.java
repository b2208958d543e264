package com.faultmaven.messages;

import com.faultmaven.cases.CaseOpened;
import com.faultmaven.cases.Metadata;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the conversation of a case with what its owner said first, if anything. */
@Component
class InitialMessage {

  private final MessageCommands messages;

  InitialMessage(MessageCommands messages) {
    this.messages = messages;
  }

  @EventListener
  void on(CaseOpened fact) {
    if (fact.initialMessage() != null) {
      Content content = new Content(fact.initialMessage());
      messages.begin(fact, new NewMessage(MessageRole.USER, content, Metadata.EMPTY));
    }
  }
}
