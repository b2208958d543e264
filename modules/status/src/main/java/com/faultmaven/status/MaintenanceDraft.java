package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A maintenance while it is worked out what becomes of it. */
final class MaintenanceDraft {

  private final Maintenance from;
  String title;
  @Nullable String body;
  List<ServiceId> services;
  Instant scheduledFor;
  Instant scheduledUntil;
  @Nullable Instant startedAt;
  @Nullable Instant completedAt;
  @Nullable Instant cancelledAt;
  MaintenanceStatus told;
  int updateCount;
  long facts;
  boolean isNewVersion;

  MaintenanceDraft(Maintenance from) {
    this.from = from;
    title = from.title();
    body = from.body();
    services = from.services();
    scheduledFor = from.scheduledFor();
    scheduledUntil = from.scheduledUntil();
    startedAt = from.startedAt();
    completedAt = from.completedAt();
    cancelledAt = from.cancelledAt();
    told = from.told();
    updateCount = from.updateCount();
    facts = from.facts();
  }

  Maintenance at(Instant now) {
    return new Maintenance(
        from.id(),
        from.organization(),
        title,
        body,
        services,
        scheduledFor,
        scheduledUntil,
        startedAt,
        completedAt,
        cancelledAt,
        told,
        from.notifies(),
        updateCount,
        from.createdAt(),
        now,
        facts,
        new EntityVersion(from.version().value() + (isNewVersion ? 1 : 0)),
        from.updates());
  }
}
