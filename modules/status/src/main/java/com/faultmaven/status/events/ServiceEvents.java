package com.faultmaven.status.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.status.events.ServiceCreatedV1;
import com.faultmaven.contracts.status.events.ServiceCreatedV1Payload;
import com.faultmaven.contracts.status.events.ServiceDeletedV1;
import com.faultmaven.contracts.status.events.ServiceDeletedV1Payload;
import com.faultmaven.contracts.status.events.ServiceStatusChangedV1;
import com.faultmaven.contracts.status.events.ServiceStatusChangedV1Payload;
import com.faultmaven.contracts.status.events.ServiceUpdatedV1;
import com.faultmaven.contracts.status.events.ServiceUpdatedV1Payload;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.status.Cause;
import com.faultmaven.status.ConditionChange;
import com.faultmaven.status.Service;
import com.faultmaven.status.ServiceFact;
import com.faultmaven.status.ServiceFact.ConditionChanged;
import com.faultmaven.status.ServiceFact.Created;
import com.faultmaven.status.ServiceFact.Deleted;
import com.faultmaven.status.ServiceFact.Updated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes facts about services as contract events, in the transaction that made them true. */
@Component
class ServiceEvents {

  private final ApplicationEventPublisher events;

  ServiceEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(ServiceFact fact) {
    ProducedEvent event =
        switch (fact) {
          case Created created -> created(created);
          case Updated updated -> updated(updated);
          case Deleted deleted -> deleted(deleted);
          case ConditionChanged changed -> changed(changed);
        };
    events.publishEvent(event);
  }

  private static ServiceCreatedV1 created(Created fact) {
    Service service = fact.service();
    return new ServiceCreatedV1(
        UUID.randomUUID(),
        ServiceCreatedV1.EVENT_TYPE,
        ServiceCreatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        service.id().toString(),
        ServiceCreatedV1.AGGREGATE_TYPE,
        fact.number(),
        new ServiceCreatedV1Payload(
            service.id().toString(),
            service.organization().value(),
            service.name(),
            fact.at(),
            fact.by()));
  }

  private static ServiceUpdatedV1 updated(Updated fact) {
    Service service = fact.service();
    return new ServiceUpdatedV1(
        UUID.randomUUID(),
        ServiceUpdatedV1.EVENT_TYPE,
        ServiceUpdatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        service.id().toString(),
        ServiceUpdatedV1.AGGREGATE_TYPE,
        fact.number(),
        new ServiceUpdatedV1Payload(
            service.id().toString(),
            service.organization().value(),
            service.name(),
            fact.changes(),
            fact.at(),
            fact.by()));
  }

  private static ServiceDeletedV1 deleted(Deleted fact) {
    Service service = fact.service();
    return new ServiceDeletedV1(
        UUID.randomUUID(),
        ServiceDeletedV1.EVENT_TYPE,
        ServiceDeletedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        service.id().toString(),
        ServiceDeletedV1.AGGREGATE_TYPE,
        fact.number(),
        new ServiceDeletedV1Payload(
            service.id().toString(),
            service.organization().value(),
            service.name(),
            fact.at(),
            fact.by()));
  }

  private static ServiceStatusChangedV1 changed(ConditionChanged fact) {
    ConditionChange change = fact.change();
    Cause cause = fact.cause();
    return new ServiceStatusChangedV1(
        UUID.randomUUID(),
        ServiceStatusChangedV1.EVENT_TYPE,
        ServiceStatusChangedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        change.service().toString(),
        ServiceStatusChangedV1.AGGREGATE_TYPE,
        fact.number(),
        new ServiceStatusChangedV1Payload(
            change.service().toString(),
            change.organization().value(),
            change.name(),
            change.from().status(),
            change.to().status(),
            change.from().word(),
            change.to().word(),
            text(cause.incident()),
            text(cause.maintenance()),
            fact.at(),
            cause.by()));
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
