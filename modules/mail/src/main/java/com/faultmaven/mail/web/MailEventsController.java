package com.faultmaven.mail.web;

import com.faultmaven.contracts.mail.v1.api.MailEventsApi;
import com.faultmaven.contracts.mail.v1.model.RecordMailEventsRequest;
import com.faultmaven.contracts.mail.v1.model.RecordedMailEvents;
import com.faultmaven.mail.MailEvent;
import com.faultmaven.mail.MailEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged MailEvents. */
@RestController
class MailEventsController implements MailEventsApi {

  private final MailEvents events;
  private final SendgridSignature sendgrid;

  MailEventsController(MailEvents events, SendgridSignature sendgrid) {
    this.events = events;
    this.sendgrid = sendgrid;
  }

  @Override
  public ResponseEntity<RecordedMailEvents> recordMailEvents(RecordMailEventsRequest request) {
    return recorded(MailEventRequests.events(request));
  }

  @Override
  public ResponseEntity<RecordedMailEvents> recordSendgridEvents(
      Resource body, @Nullable String signature, @Nullable String time) {
    byte[] octets = octets(body);
    sendgrid.check(octets, signature, time);
    return recorded(SendgridEvents.read(octets));
  }

  private ResponseEntity<RecordedMailEvents> recorded(Collection<MailEvent> told) {
    MailEvents.Recorded recorded = events.record(told);
    return ResponseEntity.ok(
        new RecordedMailEvents().recorded(recorded.recorded()).ignored(recorded.ignored()));
  }

  /** In memory already, and bounded. */
  private static byte[] octets(Resource body) {
    try {
      return body.getContentAsByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
