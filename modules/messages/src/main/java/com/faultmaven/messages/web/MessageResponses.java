package com.faultmaven.messages.web;

import com.faultmaven.contracts.cases.v2.model.MessageList;
import com.faultmaven.contracts.cases.v2.model.MessageResponse;
import com.faultmaven.contracts.cases.v2.model.MessageRole;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.messages.Message;
import java.time.ZoneOffset;

/** Shows what the domain answers in the words of the contract. */
class MessageResponses {

  private MessageResponses() {}

  static MessageResponse of(Message message) {
    return new MessageResponse()
        .messageId(message.id().value())
        .caseId(message.caseId().value())
        .turnNumber((long) message.turnNumber())
        .role(MessageRole.valueOf(message.role().name()))
        .content(message.content().value())
        .authorId(message.author().value())
        .metadata(message.metadata().values())
        .createdAt(message.createdAt().atOffset(ZoneOffset.UTC));
  }

  static MessageList of(Page<Message> page) {
    return new MessageList()
        .messages(page.map(MessageResponses::of).rows())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }
}
