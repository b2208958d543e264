package com.faultmaven.escalations.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.escalations.v1.api.DeliveriesApi;
import com.faultmaven.contracts.escalations.v1.model.Delivery;
import com.faultmaven.contracts.escalations.v1.model.DeliveryList;
import com.faultmaven.contracts.escalations.v1.model.DeliveryMessage;
import com.faultmaven.contracts.escalations.v1.model.DeliveryStatus;
import com.faultmaven.escalations.DeliveryCommands;
import com.faultmaven.escalations.EscalationQueries;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.mail.MailState;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Deliveries. */
@RestController
class DeliveriesController implements DeliveriesApi {

  private final DeliveryCommands deliveries;
  private final EscalationQueries queries;

  DeliveriesController(DeliveryCommands deliveries, EscalationQueries queries) {
    this.deliveries = deliveries;
    this.queries = queries;
  }

  @Override
  public ResponseEntity<DeliveryList> listDeliveries(
      String caseId,
      @Nullable DeliveryStatus status,
      @Nullable String escalationId,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    MailState wanted = status == null ? null : MailState.valueOf(status.name());
    return ResponseEntity.ok(
        DeliveryResponses.of(
            queries.deliveries(
                CaseId.of(caseId),
                wanted,
                escalationId,
                Paging.of(limit, offset, cursor),
                Caller.current())));
  }

  @Override
  public ResponseEntity<Delivery> getDelivery(String caseId, String deliveryId) {
    return answer(queries.delivery(CaseId.of(caseId), deliveryId, Caller.current()));
  }

  /** A mail is made of ASCII, whatever is written in it. */
  @Override
  public ResponseEntity<DeliveryMessage> getDeliveryMessage(String caseId, String deliveryId) {
    byte[] message = queries.message(CaseId.of(caseId), deliveryId, Caller.current());
    return ResponseEntity.ok(
        new DeliveryMessage()
            .deliveryId(deliveryId)
            .message(new String(message, StandardCharsets.US_ASCII)));
  }

  @Override
  public ResponseEntity<Delivery> retryDelivery(String caseId, String deliveryId) {
    return answer(deliveries.retry(CaseId.of(caseId), deliveryId, Caller.current()));
  }

  private static ResponseEntity<Delivery> answer(com.faultmaven.escalations.Delivery found) {
    return ResponseEntity.ok().eTag(found.etag()).body(DeliveryResponses.of(found));
  }
}
