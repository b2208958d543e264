package com.faultmaven.messages.events;

import com.faultmaven.contracts.cases.events.CaseMessageAddedV1;
import com.faultmaven.contracts.cases.events.CaseMessageAddedV1Payload;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.messages.Message;
import com.faultmaven.messages.MessageAdded;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes each added message as a contract event, in the transaction that added it. */
@Component
class MessageEvents {

  private final ApplicationEventPublisher events;

  MessageEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(MessageAdded fact) {
    Message message = fact.message();
    events.publishEvent(
        new CaseMessageAddedV1(
            UUID.randomUUID(),
            CaseMessageAddedV1.EVENT_TYPE,
            CaseMessageAddedV1.SCHEMA_VERSION,
            message.createdAt(),
            CorrelationId.current().value(),
            message.caseId().value(),
            CaseMessageAddedV1.AGGREGATE_TYPE,
            fact.fact(),
            new CaseMessageAddedV1Payload(
                message.caseId().value(),
                fact.owner().value(),
                message.id().value(),
                message.turnNumber(),
                message.role().word(),
                message.createdAt())));
  }
}
