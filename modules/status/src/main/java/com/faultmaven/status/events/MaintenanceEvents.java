package com.faultmaven.status.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.status.events.MaintenanceCancelledV1;
import com.faultmaven.contracts.status.events.MaintenanceCancelledV1Payload;
import com.faultmaven.contracts.status.events.MaintenanceCompletedV1;
import com.faultmaven.contracts.status.events.MaintenanceCompletedV1Payload;
import com.faultmaven.contracts.status.events.MaintenanceScheduledV1;
import com.faultmaven.contracts.status.events.MaintenanceScheduledV1Payload;
import com.faultmaven.contracts.status.events.MaintenanceStartedV1;
import com.faultmaven.contracts.status.events.MaintenanceStartedV1Payload;
import com.faultmaven.contracts.status.events.MaintenanceUpdatedV1;
import com.faultmaven.contracts.status.events.MaintenanceUpdatedV1Payload;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.status.Maintenance;
import com.faultmaven.status.MaintenanceFact;
import com.faultmaven.status.ServiceId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes facts about maintenances as contract events, in the transaction that tells them. */
@Component
class MaintenanceEvents {

  private final ApplicationEventPublisher events;

  MaintenanceEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(MaintenanceFact fact) {
    ProducedEvent event =
        switch (fact.kind()) {
          case SCHEDULED -> scheduled(fact);
          case UPDATED -> updated(fact);
          case STARTED -> started(fact);
          case COMPLETED -> completed(fact);
          case CANCELLED -> cancelled(fact);
        };
    events.publishEvent(event);
  }

  private static MaintenanceScheduledV1 scheduled(MaintenanceFact fact) {
    Maintenance maintenance = fact.maintenance();
    return new MaintenanceScheduledV1(
        UUID.randomUUID(),
        MaintenanceScheduledV1.EVENT_TYPE,
        MaintenanceScheduledV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        id(fact),
        MaintenanceScheduledV1.AGGREGATE_TYPE,
        fact.number(),
        new MaintenanceScheduledV1Payload(
            id(fact),
            maintenance.organization().value(),
            maintenance.title(),
            fact.status().word(),
            services(maintenance),
            maintenance.scheduledFor(),
            maintenance.scheduledUntil(),
            fact.at(),
            message(fact),
            maintenance.notifies(),
            fact.by()));
  }

  private static MaintenanceUpdatedV1 updated(MaintenanceFact fact) {
    Maintenance maintenance = fact.maintenance();
    return new MaintenanceUpdatedV1(
        UUID.randomUUID(),
        MaintenanceUpdatedV1.EVENT_TYPE,
        MaintenanceUpdatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        id(fact),
        MaintenanceUpdatedV1.AGGREGATE_TYPE,
        fact.number(),
        new MaintenanceUpdatedV1Payload(
            id(fact),
            maintenance.organization().value(),
            maintenance.title(),
            fact.status().word(),
            services(maintenance),
            maintenance.scheduledFor(),
            maintenance.scheduledUntil(),
            fact.changes(),
            fact.at(),
            message(fact),
            maintenance.notifies(),
            fact.by()));
  }

  private static MaintenanceStartedV1 started(MaintenanceFact fact) {
    Maintenance maintenance = fact.maintenance();
    return new MaintenanceStartedV1(
        UUID.randomUUID(),
        MaintenanceStartedV1.EVENT_TYPE,
        MaintenanceStartedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        id(fact),
        MaintenanceStartedV1.AGGREGATE_TYPE,
        fact.number(),
        new MaintenanceStartedV1Payload(
            id(fact),
            maintenance.organization().value(),
            maintenance.title(),
            fact.status().word(),
            services(maintenance),
            maintenance.scheduledFor(),
            maintenance.scheduledUntil(),
            fact.at(),
            message(fact),
            maintenance.notifies(),
            fact.by()));
  }

  private static MaintenanceCompletedV1 completed(MaintenanceFact fact) {
    Maintenance maintenance = fact.maintenance();
    return new MaintenanceCompletedV1(
        UUID.randomUUID(),
        MaintenanceCompletedV1.EVENT_TYPE,
        MaintenanceCompletedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        id(fact),
        MaintenanceCompletedV1.AGGREGATE_TYPE,
        fact.number(),
        new MaintenanceCompletedV1Payload(
            id(fact),
            maintenance.organization().value(),
            maintenance.title(),
            fact.status().word(),
            services(maintenance),
            maintenance.scheduledFor(),
            maintenance.scheduledUntil(),
            fact.at(),
            message(fact),
            maintenance.notifies(),
            fact.by()));
  }

  private static MaintenanceCancelledV1 cancelled(MaintenanceFact fact) {
    Maintenance maintenance = fact.maintenance();
    return new MaintenanceCancelledV1(
        UUID.randomUUID(),
        MaintenanceCancelledV1.EVENT_TYPE,
        MaintenanceCancelledV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        id(fact),
        MaintenanceCancelledV1.AGGREGATE_TYPE,
        fact.number(),
        new MaintenanceCancelledV1Payload(
            id(fact),
            maintenance.organization().value(),
            maintenance.title(),
            fact.status().word(),
            services(maintenance),
            maintenance.scheduledFor(),
            maintenance.scheduledUntil(),
            fact.at(),
            message(fact),
            maintenance.notifies(),
            fact.by()));
  }

  private static String id(MaintenanceFact fact) {
    return fact.maintenance().id().toString();
  }

  private static List<String> services(Maintenance maintenance) {
    return maintenance.services().stream().map(ServiceId::toString).toList();
  }

  private static @Nullable String message(MaintenanceFact fact) {
    return fact.said() == null ? null : fact.said().message();
  }
}
