package com.faultmaven.messages.web;

import com.faultmaven.cases.Metadata;
import com.faultmaven.contracts.cases.v2.model.AddMessageRequest;
import com.faultmaven.messages.Content;
import com.faultmaven.messages.MessageRole;
import com.faultmaven.messages.NewMessage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what clients send into the words of the domain. */
class MessageRequests {

  private MessageRequests() {}

  static NewMessage newMessage(AddMessageRequest request) {
    return new NewMessage(
        role(request.getRole().orElse(null)),
        Content.of(request.getContent()),
        metadata(request.getMetadata().orElse(null)));
  }

  private static MessageRole role(
      com.faultmaven.contracts.cases.v2.model.@Nullable MessageRole role) {
    return role == null ? MessageRole.USER : MessageRole.valueOf(role.name());
  }

  @SuppressWarnings(
      "NullAway") // the generator does not say that members of free-form JSON can be null
  private static Metadata metadata(@Nullable Map<String, Object> json) {
    return json == null ? Metadata.EMPTY : Metadata.of(json);
  }
}
