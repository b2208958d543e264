package com.faultmaven.messages;

import com.faultmaven.kernel.Refusal;

/** No such message in that case. */
public final class MessageNotFound extends Refusal {

  private MessageNotFound(String id) {
    super(MessageProblem.MESSAGE_NOT_FOUND, "Message " + id + " not found");
  }

  static MessageNotFound named(String id) {
    return new MessageNotFound(shown(id));
  }

  static MessageNotFound of(MessageId id) {
    return new MessageNotFound(id.value());
  }
}
