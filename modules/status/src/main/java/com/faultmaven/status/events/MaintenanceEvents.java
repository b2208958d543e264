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
import com.faultmaven.status.Maintenance;
import com.faultmaven.status.MaintenanceFact;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.events.Envelope.Kind;
import java.time.Instant;
import java.util.List;
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
    events.publishEvent(event(fact));
  }

  private static ProducedEvent event(MaintenanceFact fact) {
    return switch (fact.kind()) {
      case SCHEDULED ->
          event(
              MaintenanceScheduledV1::new,
              MaintenanceScheduledV1Payload::new,
              new Kind(
                  MaintenanceScheduledV1.EVENT_TYPE,
                  MaintenanceScheduledV1.SCHEMA_VERSION,
                  MaintenanceScheduledV1.AGGREGATE_TYPE),
              fact);
      case STARTED ->
          event(
              MaintenanceStartedV1::new,
              MaintenanceStartedV1Payload::new,
              new Kind(
                  MaintenanceStartedV1.EVENT_TYPE,
                  MaintenanceStartedV1.SCHEMA_VERSION,
                  MaintenanceStartedV1.AGGREGATE_TYPE),
              fact);
      case COMPLETED ->
          event(
              MaintenanceCompletedV1::new,
              MaintenanceCompletedV1Payload::new,
              new Kind(
                  MaintenanceCompletedV1.EVENT_TYPE,
                  MaintenanceCompletedV1.SCHEMA_VERSION,
                  MaintenanceCompletedV1.AGGREGATE_TYPE),
              fact);
      case CANCELLED ->
          event(
              MaintenanceCancelledV1::new,
              MaintenanceCancelledV1Payload::new,
              new Kind(
                  MaintenanceCancelledV1.EVENT_TYPE,
                  MaintenanceCancelledV1.SCHEMA_VERSION,
                  MaintenanceCancelledV1.AGGREGATE_TYPE),
              fact);
      case UPDATED ->
          event(
              MaintenanceUpdatedV1::new,
              updated(fact),
              new Kind(
                  MaintenanceUpdatedV1.EVENT_TYPE,
                  MaintenanceUpdatedV1.SCHEMA_VERSION,
                  MaintenanceUpdatedV1.AGGREGATE_TYPE),
              fact);
    };
  }

  /**
   * The constructor of a payload.
   *
   * @param <P> it
   */
  @FunctionalInterface
  private interface Payload<P> {

    P of(
        String id,
        String organization,
        String title,
        String status,
        List<String> services,
        Instant from,
        Instant until,
        Instant at,
        @Nullable String message,
        boolean notifies,
        @Nullable String by);
  }

  /** The one with what changed among the others. */
  private static Payload<MaintenanceUpdatedV1Payload> updated(MaintenanceFact fact) {
    return (id, organization, title, status, services, from, until, at, message, notifies, by) ->
        new MaintenanceUpdatedV1Payload(
            id,
            organization,
            title,
            status,
            services,
            from,
            until,
            fact.changes(),
            at,
            message,
            notifies,
            by);
  }

  private static <P, E extends ProducedEvent> E event(
      Envelope<P, E> envelope, Payload<P> payload, Kind kind, MaintenanceFact fact) {
    Maintenance maintenance = fact.maintenance();
    String id = maintenance.id().toString();
    return envelope.around(
        payload.of(
            id,
            maintenance.organization().value(),
            maintenance.title(),
            fact.status().word(),
            maintenance.services().stream().map(ServiceId::toString).toList(),
            maintenance.scheduledFor(),
            maintenance.scheduledUntil(),
            fact.at(),
            fact.said() == null ? null : fact.said().message(),
            maintenance.notifies(),
            fact.by()),
        kind,
        id,
        fact.number(),
        fact.at());
  }
}
