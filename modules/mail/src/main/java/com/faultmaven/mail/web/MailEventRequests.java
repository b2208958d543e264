package com.faultmaven.mail.web;

import com.faultmaven.contracts.mail.v1.model.BounceType;
import com.faultmaven.contracts.mail.v1.model.RecordMailEventsRequest;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import com.faultmaven.mail.MailEvent;
import com.faultmaven.mail.MailEvent.Type;
import java.util.ArrayList;
import java.util.List;

/** Reads events into the words of the domain. */
final class MailEventRequests {

  private MailEventRequests() {}

  /** Each names its mail in one way. */
  static List<MailEvent> events(RecordMailEventsRequest request) {
    List<MailEvent> events = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (com.faultmaven.contracts.mail.v1.model.MailEvent sent : request.getEvents()) {
      MailEvent event = event(sent);
      if ((event.key() == null) == (event.messageId() == null)) {
        violations.add(
            Violation.inBody(
                "/events/" + events.size(),
                event.key() == null ? "required" : "not_allowed",
                "An event has either delivery_id or message_id."));
      }
      events.add(event);
    }
    if (!violations.isEmpty()) {
      throw InvalidRequest.body(violations.subList(0, Math.min(violations.size(), 100)));
    }
    return events;
  }

  private static MailEvent event(com.faultmaven.contracts.mail.v1.model.MailEvent sent) {
    return new MailEvent(
        sent.getDeliveryId().orElse(null),
        sent.getMessageId().orElse(null),
        Type.valueOf(sent.getType().name()),
        sent.getBounceType().orElse(null) == BounceType.SOFT,
        sent.getReason().orElse(null),
        sent.getAt().toInstant(),
        null);
  }
}
