package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.status.MaintenanceFact.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces maintenances and takes them further than the clock does. */
@Service
@Transactional
public class MaintenanceCommands {

  private final MaintenanceStore maintenances;
  private final MaintenanceReads reads;
  private final MaintenanceTelling telling;
  private final MaintenanceMoments moments;
  private final LockedServices services;
  private final Permissions permissions;
  private final Ids ids;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  MaintenanceCommands(
      MaintenanceStore maintenances,
      MaintenanceReads reads,
      MaintenanceTelling telling,
      MaintenanceMoments moments,
      LockedServices services,
      Permissions permissions,
      Ids ids,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.maintenances = maintenances;
    this.reads = reads;
    this.telling = telling;
    this.moments = moments;
    this.services = services;
    this.permissions = permissions;
    this.ids = ids;
    this.facts = facts;
    this.clock = clock;
  }

  /** Announces work; what has begun already begins now. */
  public Maintenance schedule(NewMaintenance wanted, Visitor visitor) {
    permissions.requireWriter(visitor);
    Instant now = now();
    Maintenance scheduled = scheduled(wanted, visitor, now);
    MaintenanceRules.requireSound(scheduled, now);
    services.lock(scheduled.services(), visitor.organization());
    if (!maintenances.schedule(scheduled, visitor.userId())) {
      throw LimitReached.ofMaintenances(MaintenanceStore.MOST_ACTIVE);
    }
    facts.publishEvent(
        new MaintenanceFact(
            Kind.SCHEDULED,
            scheduled,
            MaintenanceStatus.SCHEDULED,
            Map.of(),
            null,
            now,
            1,
            visitor.userId()));
    Maintenance told = telling.due(scheduled, now, null, visitor.userId());
    if (told.facts() > 1) {
      maintenances.store(told, null, visitor.userId());
      telling.conditions(told, told.services(), now, visitor.userId());
    }
    moments.plan(told, now);
    return told;
  }

  /** Changes what was announced. */
  public Maintenance edit(
      MaintenanceId id, MaintenanceEdit edit, IfMatch condition, Visitor visitor) {
    permissions.requireWriter(visitor);
    Instant now = now();
    Maintenance found = locked(id, visitor);
    condition.require(found.version());
    Maintenance before =
        telling.withServices(found, edit.services() == null ? List.of() : edit.services());
    Maintenance after = MaintenanceRules.edited(before, edit, now);
    Map<String, @Nullable Object> changes = MaintenanceRules.changes(before, after);
    if (!changes.isEmpty()) {
      apply(before, after, changes, null, now, visitor);
    }
    return reads.get(id, visitor.organization());
  }

  /** Says something about a maintenance that has not ended. */
  public MaintenanceUpdate say(MaintenanceId id, String message, Visitor visitor) {
    permissions.requireWriter(visitor);
    Instant now = now();
    Maintenance before = telling.withServices(active(id, now, visitor));
    MaintenanceDraft draft = new MaintenanceDraft(before);
    MaintenanceUpdate said = said(draft, before, message, before.status(now), now);
    apply(before, draft.at(before.notBeforeTheLast(now)), Map.of(), said, now, visitor);
    return said;
  }

  /** Begins a maintenance before its time. */
  public Maintenance start(MaintenanceId id, @Nullable String message, Visitor visitor) {
    return move(
        id,
        MaintenanceStatus.SCHEDULED,
        MaintenanceStatus.IN_PROGRESS,
        (draft, now) -> draft.startedAt = now,
        message,
        visitor);
  }

  /** Ends a maintenance that goes on. */
  public Maintenance complete(MaintenanceId id, @Nullable String message, Visitor visitor) {
    return move(
        id,
        MaintenanceStatus.IN_PROGRESS,
        MaintenanceStatus.COMPLETED,
        (draft, now) -> draft.completedAt = now,
        message,
        visitor);
  }

  /** Takes back what was announced. */
  public Maintenance cancel(MaintenanceId id, @Nullable String message, Visitor visitor) {
    return move(
        id,
        MaintenanceStatus.SCHEDULED,
        MaintenanceStatus.CANCELLED,
        (draft, now) -> draft.cancelledAt = now,
        message,
        visitor);
  }

  private Maintenance move(
      MaintenanceId id,
      MaintenanceStatus from,
      MaintenanceStatus to,
      BiConsumer<MaintenanceDraft, Instant> moving,
      @Nullable String message,
      Visitor visitor) {
    permissions.requireWriter(visitor);
    Instant now = now();
    Maintenance before = telling.withServices(active(id, now, visitor));
    if (before.status(now) != from) {
      throw IllegalMaintenanceStatus.between(before.status(now), to);
    }
    MaintenanceDraft draft = new MaintenanceDraft(before);
    moving.accept(draft, now);
    draft.isNewVersion = true;
    MaintenanceUpdate said = message == null ? null : said(draft, before, message, to, now);
    apply(before, draft.at(before.notBeforeTheLast(now)), Map.of(), said, now, visitor);
    return reads.get(id, visitor.organization());
  }

  /** Stores what changed, tells it, and what it means for the services it touched or touches. */
  private void apply(
      Maintenance before,
      Maintenance after,
      Map<String, @Nullable Object> changes,
      @Nullable MaintenanceUpdate said,
      Instant now,
      Visitor visitor) {
    String by = visitor.userId();
    boolean moved = after.status(now) != before.status(now);
    Maintenance told = after;
    if (!changes.isEmpty() || said != null && !moved) {
      told = updated(after, changes, moved ? null : said, now, by);
    }
    told = telling.due(told, now, said, by);
    maintenances.store(told, said, by);
    if (told.told() != before.told() || !told.services().equals(before.services())) {
      Set<ServiceId> touched = new LinkedHashSet<>(before.services());
      touched.addAll(told.services());
      telling.conditions(told, touched, now, by);
    }
    if (!told.version().equals(before.version())) {
      moments.plan(told, now);
    }
  }

  private Maintenance updated(
      Maintenance after,
      Map<String, @Nullable Object> changes,
      @Nullable MaintenanceUpdate said,
      Instant now,
      @Nullable String by) {
    MaintenanceDraft draft = new MaintenanceDraft(after);
    draft.facts = after.facts() + 1;
    Maintenance told = draft.at(after.updatedAt());
    facts.publishEvent(
        new MaintenanceFact(
            Kind.UPDATED, told, told.status(now), changes, said, now, told.facts(), by));
    return told;
  }

  private MaintenanceUpdate said(
      MaintenanceDraft draft,
      Maintenance before,
      String message,
      MaintenanceStatus status,
      Instant now) {
    if (draft.updateCount >= IncidentChanges.MOST_UPDATES && !status.isEnd()) {
      throw LimitReached.ofUpdates(IncidentChanges.MOST_UPDATES);
    }
    draft.updateCount++;
    return new MaintenanceUpdate(
        new UpdateId(ids.next()), before.id(), message, status, before.notBeforeTheLast(now));
  }

  private Maintenance active(MaintenanceId id, Instant now, Visitor visitor) {
    Maintenance found = locked(id, visitor);
    if (found.status(now).isEnd()) {
      throw MaintenanceEnded.of(id, found.status(now));
    }
    return found;
  }

  private Maintenance locked(MaintenanceId id, Visitor visitor) {
    return maintenances
        .lock(id, visitor.organization())
        .orElseThrow(() -> MaintenanceNotFound.of(id));
  }

  private Maintenance scheduled(NewMaintenance wanted, Visitor visitor, Instant now) {
    return new Maintenance(
        new MaintenanceId(ids.next()),
        visitor.organization(),
        wanted.title(),
        wanted.body(),
        wanted.services(),
        wanted.scheduledFor().truncatedTo(ChronoUnit.MICROS),
        wanted.scheduledUntil().truncatedTo(ChronoUnit.MICROS),
        null,
        null,
        null,
        MaintenanceStatus.SCHEDULED,
        wanted.notifies(),
        0,
        now,
        now,
        1,
        new EntityVersion(1),
        List.of());
  }

  /** As precise as the database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
