package com.faultmaven.status;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import com.faultmaven.status.IncidentFact.Opened;
import com.faultmaven.status.IncidentFact.Resolved;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens incidents, and enters those that are over already. */
@Service
public class OpeningIncidents {

  private final IncidentStore incidents;
  private final LockedServices services;
  private final IncidentCases links;
  private final CaseAccess cases;
  private final ToldConditions conditions;
  private final Permissions permissions;
  private final Ids ids;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  OpeningIncidents(
      IncidentStore incidents,
      LockedServices services,
      IncidentCases links,
      CaseAccess cases,
      ToldConditions conditions,
      Permissions permissions,
      Ids ids,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.incidents = incidents;
    this.services = services;
    this.links = links;
    this.cases = cases;
    this.conditions = conditions;
    this.permissions = permissions;
    this.ids = ids;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Opens an incident.
   *
   * @param worked the cases in which it is worked on
   */
  @Transactional
  public Incident open(NewIncident wanted, List<CaseId> worked, Visitor visitor) {
    permissions.requireWriter(visitor);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    requirePast(wanted, now);
    if (!worked.isEmpty()) {
      cases.requireReadable(worked, permissions.requireNamed(visitor));
    }
    Incident incident = incident(wanted, visitor, now);
    services.lock(incident.serviceIds(), visitor.organization());
    if (!incidents.open(incident, visitor.userId())) {
      throw LimitReached.ofActiveIncidents(IncidentStore.MOST_ACTIVE);
    }
    links.link(incident.id(), worked, visitor.userId(), now);
    tell(incident, worked.stream().map(CaseId::value).toList(), visitor);
    return incident;
  }

  private void tell(Incident incident, List<String> worked, Visitor visitor) {
    Instant now = incident.createdAt();
    String by = visitor.userId();
    if (incident.backfilled()) {
      String said = incident.updates().getFirst().message();
      facts.publishEvent(new Resolved(incident, worked, said, false, now, by));
    } else {
      facts.publishEvent(new Opened(incident, worked, by));
      conditions.tell(incident.serviceIds(), Cause.of(incident.id(), now, by), now);
    }
  }

  private Incident incident(NewIncident wanted, Visitor visitor, Instant now) {
    IncidentId id = new IncidentId(ids.next());
    List<IncidentUpdate> said = wanted.isBackfilled() ? List.of(end(id, wanted, now)) : List.of();
    return new Incident(
        id,
        visitor.organization(),
        wanted.title(),
        wanted.body(),
        wanted.severity(),
        wanted.isBackfilled() ? IncidentStatus.RESOLVED : IncidentStatus.INVESTIGATING,
        wanted.services(),
        Objects.requireNonNullElse(micros(wanted.startedAt()), now),
        null,
        null,
        micros(wanted.resolvedAt()),
        wanted.isBackfilled(),
        wanted.notifies() && !wanted.isBackfilled(),
        null,
        said.size(),
        now,
        now,
        1,
        new EntityVersion(1),
        said);
  }

  private IncidentUpdate end(IncidentId id, NewIncident wanted, Instant now) {
    return new IncidentUpdate(
        new UpdateId(ids.next()),
        id,
        Objects.requireNonNullElse(wanted.resolution(), IncidentChanges.RESOLVED),
        IncidentStatus.RESOLVED,
        now,
        null,
        null);
  }

  private static void requirePast(NewIncident wanted, Instant now) {
    List<Violation> violations = new ArrayList<>();
    Instant started = Objects.requireNonNullElse(wanted.startedAt(), now);
    Instant resolved = wanted.resolvedAt();
    if (started.isAfter(now)) {
      violations.add(wrong("started_at", "started_at must not be in the future."));
    }
    if (resolved != null && wanted.startedAt() == null) {
      violations.add(
          Violation.inBody("/started_at", "required", "started_at is required with resolved_at."));
    } else if (resolved != null && !resolved.isAfter(started)) {
      violations.add(wrong("resolved_at", "resolved_at must be later than started_at."));
    }
    if (resolved != null && resolved.isAfter(now)) {
      violations.add(wrong("resolved_at", "resolved_at must not be in the future."));
    }
    if (resolved == null && wanted.resolution() != null) {
      violations.add(
          Violation.inBody("/resolution", "not_allowed", "resolution belongs to a resolved_at."));
    }
    if (!violations.isEmpty()) {
      throw InvalidRequest.body(violations);
    }
  }

  private static Violation wrong(String member, String detail) {
    return Violation.inBody("/" + member, "out_of_range", detail);
  }

  private static @Nullable Instant micros(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }
}
