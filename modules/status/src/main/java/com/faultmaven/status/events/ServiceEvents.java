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
import com.faultmaven.status.Cause;
import com.faultmaven.status.ConditionChange;
import com.faultmaven.status.Service;
import com.faultmaven.status.ServiceFact;
import com.faultmaven.status.ServiceFact.ConditionChanged;
import com.faultmaven.status.ServiceFact.Created;
import com.faultmaven.status.ServiceFact.Deleted;
import com.faultmaven.status.ServiceFact.Updated;
import com.faultmaven.status.events.Envelope.Kind;
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
    ServiceCreatedV1Payload payload =
        new ServiceCreatedV1Payload(
            service.id().toString(),
            service.organization().value(),
            service.name(),
            fact.at(),
            fact.by());
    return around(
        ServiceCreatedV1::new,
        payload,
        new Kind(
            ServiceCreatedV1.EVENT_TYPE,
            ServiceCreatedV1.SCHEMA_VERSION,
            ServiceCreatedV1.AGGREGATE_TYPE),
        service.id().toString(),
        fact);
  }

  private static ServiceUpdatedV1 updated(Updated fact) {
    Service service = fact.service();
    ServiceUpdatedV1Payload payload =
        new ServiceUpdatedV1Payload(
            service.id().toString(),
            service.organization().value(),
            service.name(),
            fact.changes(),
            fact.at(),
            fact.by());
    return around(
        ServiceUpdatedV1::new,
        payload,
        new Kind(
            ServiceUpdatedV1.EVENT_TYPE,
            ServiceUpdatedV1.SCHEMA_VERSION,
            ServiceUpdatedV1.AGGREGATE_TYPE),
        service.id().toString(),
        fact);
  }

  private static ServiceDeletedV1 deleted(Deleted fact) {
    Service service = fact.service();
    ServiceDeletedV1Payload payload =
        new ServiceDeletedV1Payload(
            service.id().toString(),
            service.organization().value(),
            service.name(),
            fact.at(),
            fact.by());
    return around(
        ServiceDeletedV1::new,
        payload,
        new Kind(
            ServiceDeletedV1.EVENT_TYPE,
            ServiceDeletedV1.SCHEMA_VERSION,
            ServiceDeletedV1.AGGREGATE_TYPE),
        service.id().toString(),
        fact);
  }

  private static ServiceStatusChangedV1 changed(ConditionChanged fact) {
    ConditionChange change = fact.change();
    Cause cause = fact.cause();
    ServiceStatusChangedV1Payload payload =
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
            cause.by());
    return around(
        ServiceStatusChangedV1::new,
        payload,
        new Kind(
            ServiceStatusChangedV1.EVENT_TYPE,
            ServiceStatusChangedV1.SCHEMA_VERSION,
            ServiceStatusChangedV1.AGGREGATE_TYPE),
        change.service().toString(),
        fact);
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static <P, E extends ProducedEvent> E around(
      Envelope<P, E> envelope, P payload, Kind kind, String id, ServiceFact fact) {
    return envelope.around(payload, kind, id, fact.number(), fact.at());
  }
}
