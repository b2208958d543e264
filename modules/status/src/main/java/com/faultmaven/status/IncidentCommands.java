package com.faultmaven.status;

import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.status.IncidentFact.Deleted;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes incidents further. Each locks its incident first, then the services it touches, so that
 * what happens at the same time happens one after the other.
 */
@Service
@Transactional
public class IncidentCommands {

  private static final int ALL_UPDATES = Integer.MAX_VALUE;
  private static final int NO_UPDATES = 0;

  private final IncidentStore incidents;
  private final IncidentHistory history;
  private final IncidentReads reads;
  private final IncidentChanges changes;
  private final LockedServices services;
  private final ToldConditions conditions;
  private final Permissions permissions;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  IncidentCommands(
      IncidentStore incidents,
      IncidentHistory history,
      IncidentReads reads,
      IncidentChanges changes,
      LockedServices services,
      ToldConditions conditions,
      Permissions permissions,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.incidents = incidents;
    this.history = history;
    this.reads = reads;
    this.changes = changes;
    this.services = services;
    this.conditions = conditions;
    this.permissions = permissions;
    this.facts = facts;
    this.clock = clock;
  }

  /** Changes an incident, and says something about it, at once. */
  public Incident edit(IncidentId id, IncidentEdit edit, IfMatch condition, Visitor visitor) {
    permissions.requireWriter(visitor);
    LockedIncident locked = locked(id, visitor);
    condition.require(locked.incident().version());
    IncidentChanges.requireAllowed(locked.incident(), edit);
    Incident before =
        edit.touchesServices() || edit.resolves()
            ? withServices(locked.incident(), edit.services())
            : locked.incident();
    IncidentChange change = changes.edited(before, edit, moment(before));
    return change.isNothing()
        ? reads.get(id, visitor.organization())
        : apply(change, locked.cases(), visitor, ALL_UPDATES);
  }

  /** Ends an incident, whatever it was at. */
  public Incident resolve(
      IncidentId id, @Nullable String message, @Nullable Boolean notifies, Visitor visitor) {
    permissions.requireWriter(visitor);
    LockedIncident locked = locked(id, visitor);
    IncidentChanges.requireActive(locked.incident());
    Incident before = withServices(locked.incident(), null);
    IncidentChange change = changes.resolved(before, message, notifies, moment(before));
    return apply(change, locked.cases(), visitor, ALL_UPDATES);
  }

  /** Says something about an incident, or something else instead of what was said. */
  public IncidentUpdate say(IncidentId id, NewUpdate update, Visitor visitor) {
    permissions.requireWriter(visitor);
    requireConsistent(update);
    LockedIncident locked = locked(id, visitor);
    Incident before = locked.incident();
    if (before.isResolved() && update.corrects() == null) {
      throw IncidentResolved.takesNothingMore(id);
    }
    IncidentStatus corrected =
        update.corrects() == null ? null : reads.correctable(id, update.corrects());
    if (update.advances() && update.status() == IncidentStatus.RESOLVED) {
      before = withServices(before, null);
    }
    IncidentChange change = changes.said(before, update, corrected, moment(before));
    apply(change, locked.cases(), visitor, NO_UPDATES);
    return Objects.requireNonNull(change.said());
  }

  /** Takes back what should never have been published. */
  public void delete(IncidentId id, IfMatch condition, Visitor visitor) {
    permissions.requireAdministrator(visitor);
    LockedIncident locked = locked(id, visitor);
    condition.require(locked.incident().version());
    Incident gone = withServices(locked.incident(), null);
    incidents.delete(id);
    Instant at = moment(gone);
    facts.publishEvent(new Deleted(gone, at, visitor.userId()));
    if (!gone.isResolved()) {
      conditions.tell(gone.serviceIds(), Cause.of(id, at, visitor.userId()), now());
    }
  }

  private Incident apply(IncidentChange change, List<String> cases, Visitor visitor, int updates) {
    Incident after = change.after();
    if (change.changesImpacts()) {
      incidents.changeImpacts(after, after.updatedAt());
    }
    Incident stored = history.store(after, change.said(), visitor.userId(), updates);
    change.facts(cases, visitor.userId()).forEach(facts::publishEvent);
    if (change.changesImpacts() || change.resolves()) {
      Set<ServiceId> touched = new LinkedHashSet<>(change.before().serviceIds());
      touched.addAll(after.serviceIds());
      conditions.tell(touched, Cause.of(after.id(), after.updatedAt(), visitor.userId()), now());
    }
    return stored;
  }

  private LockedIncident locked(IncidentId id, Visitor visitor) {
    return incidents.lock(id, visitor.organization()).orElseThrow(() -> IncidentNotFound.of(id));
  }

  private Incident withServices(Incident incident, @Nullable List<ServiceId> named) {
    return incident.touching(services.lock(incident, named == null ? List.of() : named));
  }

  private static void requireConsistent(NewUpdate update) {
    if (update.advances() && update.status() == null) {
      throw InvalidRequest.body("/status", "required", "status is required with advance.");
    }
    if (update.advances() && update.corrects() != null) {
      throw InvalidRequest.body(
          "/advance", "not_allowed", "A correction does not move the incident.");
    }
  }

  private Instant moment(Incident incident) {
    return incident.notBeforeTheLast(now());
  }

  /** As precise as the database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
