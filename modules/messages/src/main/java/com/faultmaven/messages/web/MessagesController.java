package com.faultmaven.messages.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.cases.v2.api.MessagesApi;
import com.faultmaven.contracts.cases.v2.model.AddMessageRequest;
import com.faultmaven.contracts.cases.v2.model.MessageList;
import com.faultmaven.contracts.cases.v2.model.MessageResponse;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.messages.Message;
import com.faultmaven.messages.MessageCommands;
import com.faultmaven.messages.MessageId;
import com.faultmaven.messages.MessageQueries;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Messages. */
@RestController
class MessagesController implements MessagesApi {

  private final MessageCommands commands;
  private final MessageQueries queries;

  MessagesController(MessageCommands commands, MessageQueries queries) {
    this.commands = commands;
    this.queries = queries;
  }

  @Override
  public ResponseEntity<MessageResponse> addMessage(String caseId, AddMessageRequest request) {
    Message added =
        commands.add(CaseId.of(caseId), MessageRequests.newMessage(request), Caller.current());
    return ResponseEntity.created(
            URI.create("/api/v2/cases/" + added.caseId() + "/messages/" + added.id()))
        .eTag(added.version().tag())
        .body(MessageResponses.of(added));
  }

  @Override
  public ResponseEntity<MessageList> listMessages(
      String caseId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    Paging paging = Paging.of(limit, offset, cursor);
    return ResponseEntity.ok(
        MessageResponses.of(queries.list(CaseId.of(caseId), paging, Caller.current())));
  }

  @Override
  public ResponseEntity<MessageResponse> getMessage(String caseId, String messageId) {
    Message message = queries.get(CaseId.of(caseId), MessageId.of(messageId), Caller.current());
    return ResponseEntity.ok().eTag(message.version().tag()).body(MessageResponses.of(message));
  }
}
