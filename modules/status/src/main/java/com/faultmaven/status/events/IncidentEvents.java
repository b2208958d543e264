package com.faultmaven.status.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.status.events.IncidentDeletedV1;
import com.faultmaven.contracts.status.events.IncidentDeletedV1Payload;
import com.faultmaven.contracts.status.events.IncidentOpenedV1;
import com.faultmaven.contracts.status.events.IncidentOpenedV1Payload;
import com.faultmaven.contracts.status.events.IncidentResolvedV1;
import com.faultmaven.contracts.status.events.IncidentResolvedV1Payload;
import com.faultmaven.contracts.status.events.IncidentUpdatedV1;
import com.faultmaven.contracts.status.events.IncidentUpdatedV1Payload;
import com.faultmaven.contracts.status.events.IncidentUpdatedV1Update;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.status.Incident;
import com.faultmaven.status.IncidentFact;
import com.faultmaven.status.IncidentFact.Deleted;
import com.faultmaven.status.IncidentFact.Opened;
import com.faultmaven.status.IncidentFact.Resolved;
import com.faultmaven.status.IncidentFact.Updated;
import com.faultmaven.status.IncidentUpdate;
import com.faultmaven.status.ServiceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes facts about incidents as contract events, in the transaction that made them true. */
@Component
class IncidentEvents {

  private final ApplicationEventPublisher events;

  IncidentEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(IncidentFact fact) {
    ProducedEvent event =
        switch (fact) {
          case Opened opened -> opened(opened);
          case Updated updated -> updated(updated);
          case Resolved resolved -> resolved(resolved);
          case Deleted deleted -> deleted(deleted);
        };
    events.publishEvent(event);
  }

  private static IncidentOpenedV1 opened(Opened fact) {
    Incident incident = fact.incident();
    Map<String, @Nullable Object> impacts = new LinkedHashMap<>();
    incident.impacts().forEach((id, impact) -> impacts.put(id.toString(), impact.word()));
    return new IncidentOpenedV1(
        UUID.randomUUID(),
        IncidentOpenedV1.EVENT_TYPE,
        IncidentOpenedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        incident.id().toString(),
        IncidentOpenedV1.AGGREGATE_TYPE,
        fact.number(),
        new IncidentOpenedV1Payload(
            incident.id().toString(),
            incident.organization().value(),
            incident.title(),
            incident.severity().word(),
            incident.status().word(),
            services(incident),
            impacts,
            fact.cases(),
            incident.startedAt(),
            incident.createdAt(),
            incident.notifies(),
            fact.by()));
  }

  private static IncidentUpdatedV1 updated(Updated fact) {
    Incident incident = fact.incident();
    return new IncidentUpdatedV1(
        UUID.randomUUID(),
        IncidentUpdatedV1.EVENT_TYPE,
        IncidentUpdatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        incident.id().toString(),
        IncidentUpdatedV1.AGGREGATE_TYPE,
        fact.number(),
        new IncidentUpdatedV1Payload(
            incident.id().toString(),
            incident.organization().value(),
            fact.changes(),
            fact.from() == null ? null : fact.from().word(),
            fact.from() == null ? null : incident.status().word(),
            said(fact.update()),
            fact.at(),
            fact.notifies(),
            fact.by()));
  }

  private static @Nullable IncidentUpdatedV1Update said(@Nullable IncidentUpdate update) {
    return update == null
        ? null
        : new IncidentUpdatedV1Update(
            update.id().toString(),
            update.message(),
            update.status().word(),
            update.corrects() == null ? null : update.corrects().toString());
  }

  private static IncidentResolvedV1 resolved(Resolved fact) {
    Incident incident = fact.incident();
    Instant end = Objects.requireNonNull(incident.resolvedAt());
    return new IncidentResolvedV1(
        UUID.randomUUID(),
        IncidentResolvedV1.EVENT_TYPE,
        IncidentResolvedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        incident.id().toString(),
        IncidentResolvedV1.AGGREGATE_TYPE,
        fact.number(),
        new IncidentResolvedV1Payload(
            incident.id().toString(),
            incident.organization().value(),
            incident.title(),
            incident.severity().word(),
            services(incident),
            fact.cases(),
            incident.startedAt(),
            end,
            fact.duration().toSeconds(),
            fact.message(),
            incident.backfilled(),
            fact.by()));
  }

  private static IncidentDeletedV1 deleted(Deleted fact) {
    return new IncidentDeletedV1(
        UUID.randomUUID(),
        IncidentDeletedV1.EVENT_TYPE,
        IncidentDeletedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.incident().id().toString(),
        IncidentDeletedV1.AGGREGATE_TYPE,
        fact.number(),
        new IncidentDeletedV1Payload(
            fact.incident().id().toString(),
            fact.incident().organization().value(),
            fact.at(),
            fact.by()));
  }

  private static List<String> services(Incident incident) {
    return incident.serviceIds().stream().map(ServiceId::toString).toList();
  }
}
