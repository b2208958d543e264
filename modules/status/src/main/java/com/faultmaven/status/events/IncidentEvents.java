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
import com.faultmaven.status.Incident;
import com.faultmaven.status.IncidentFact;
import com.faultmaven.status.IncidentFact.Deleted;
import com.faultmaven.status.IncidentFact.Opened;
import com.faultmaven.status.IncidentFact.Resolved;
import com.faultmaven.status.IncidentFact.Updated;
import com.faultmaven.status.IncidentUpdate;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.events.Envelope.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    IncidentOpenedV1Payload payload =
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
            fact.by());
    return around(
        IncidentOpenedV1::new,
        payload,
        new Kind(
            IncidentOpenedV1.EVENT_TYPE,
            IncidentOpenedV1.SCHEMA_VERSION,
            IncidentOpenedV1.AGGREGATE_TYPE),
        incident.id().toString(),
        fact);
  }

  private static IncidentUpdatedV1 updated(Updated fact) {
    Incident incident = fact.incident();
    IncidentUpdatedV1Payload payload =
        new IncidentUpdatedV1Payload(
            incident.id().toString(),
            incident.organization().value(),
            fact.changes(),
            fact.from() == null ? null : fact.from().word(),
            fact.from() == null ? null : incident.status().word(),
            said(fact.update()),
            fact.at(),
            fact.notifies(),
            fact.by());
    return around(
        IncidentUpdatedV1::new,
        payload,
        new Kind(
            IncidentUpdatedV1.EVENT_TYPE,
            IncidentUpdatedV1.SCHEMA_VERSION,
            IncidentUpdatedV1.AGGREGATE_TYPE),
        incident.id().toString(),
        fact);
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
    IncidentResolvedV1Payload payload =
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
            fact.by());
    return around(
        IncidentResolvedV1::new,
        payload,
        new Kind(
            IncidentResolvedV1.EVENT_TYPE,
            IncidentResolvedV1.SCHEMA_VERSION,
            IncidentResolvedV1.AGGREGATE_TYPE),
        incident.id().toString(),
        fact);
  }

  private static IncidentDeletedV1 deleted(Deleted fact) {
    IncidentDeletedV1Payload payload =
        new IncidentDeletedV1Payload(
            fact.incident().id().toString(),
            fact.incident().organization().value(),
            fact.at(),
            fact.by());
    return around(
        IncidentDeletedV1::new,
        payload,
        new Kind(
            IncidentDeletedV1.EVENT_TYPE,
            IncidentDeletedV1.SCHEMA_VERSION,
            IncidentDeletedV1.AGGREGATE_TYPE),
        fact.incident().id().toString(),
        fact);
  }

  private static List<String> services(Incident incident) {
    return incident.serviceIds().stream().map(ServiceId::toString).toList();
  }

  private static <P, E extends ProducedEvent> E around(
      Envelope<P, E> envelope, P payload, Kind kind, String id, IncidentFact fact) {
    return envelope.around(payload, kind, id, fact.number(), fact.at());
  }
}
