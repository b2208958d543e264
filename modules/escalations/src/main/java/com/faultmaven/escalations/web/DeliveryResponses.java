package com.faultmaven.escalations.web;

import com.faultmaven.contracts.escalations.v1.model.Delivery;
import com.faultmaven.contracts.escalations.v1.model.DeliveryKind;
import com.faultmaven.contracts.escalations.v1.model.DeliveryList;
import com.faultmaven.contracts.escalations.v1.model.DeliveryStatus;
import com.faultmaven.kernel.paging.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Writes mails of letters as the contract has them. */
final class DeliveryResponses {

  private DeliveryResponses() {}

  static Delivery of(com.faultmaven.escalations.Delivery delivery) {
    return new Delivery()
        .deliveryId(delivery.id().value())
        .escalationId(delivery.escalation().value())
        .caseId(delivery.caseId().value())
        .targetId(delivery.target() == null ? null : delivery.target().value())
        .email(delivery.email())
        .kind(DeliveryKind.valueOf(delivery.kind().name()))
        .status(DeliveryStatus.valueOf(delivery.status().name()))
        .provider(delivery.provider())
        .messageId(delivery.messageId())
        .providerMessageId(delivery.providerMessageId())
        .attempts(delivery.attempts())
        .nextAttemptAt(time(delivery.nextAttemptAt()))
        .sentAt(time(delivery.sentAt()))
        .deliveredAt(time(delivery.deliveredAt()))
        .error(delivery.error())
        .createdAt(delivery.createdAt().atOffset(ZoneOffset.UTC))
        .version(delivery.version().value());
  }

  static DeliveryList of(Page<com.faultmaven.escalations.Delivery> page) {
    return new DeliveryList()
        .deliveries(page.rows().stream().map(DeliveryResponses::of).toList())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
