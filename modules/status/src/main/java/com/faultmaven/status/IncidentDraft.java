package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident while it is worked out what becomes of it. */
final class IncidentDraft {

  private final Incident from;
  String title;
  @Nullable String body;
  Severity severity;
  private IncidentStatus status;
  List<AffectedService> services;
  private @Nullable Instant identifiedAt;
  private @Nullable Instant monitoringAt;
  private @Nullable Instant resolvedAt;
  boolean notifies;
  @Nullable String postmortem;
  int updateCount;
  List<IncidentUpdate> updates;
  int newFacts;
  boolean isNewVersion;

  IncidentDraft(Incident from) {
    this.from = from;
    title = from.title();
    body = from.body();
    severity = from.severity();
    status = from.status();
    services = from.services();
    identifiedAt = from.identifiedAt();
    monitoringAt = from.monitoringAt();
    resolvedAt = from.resolvedAt();
    notifies = from.notifies();
    postmortem = from.postmortem();
    updateCount = from.updateCount();
    updates = from.updates();
  }

  IncidentStatus status() {
    return status;
  }

  /** Gets to a status, of which it is known for good when it did. */
  void reach(IncidentStatus reached, Instant at) {
    status = reached;
    switch (reached) {
      case INVESTIGATING -> {}
      case IDENTIFIED -> identifiedAt = at;
      case MONITORING -> monitoringAt = at;
      case RESOLVED -> resolvedAt = at;
    }
  }

  Incident at(Instant now) {
    return new Incident(
        from.id(),
        from.organization(),
        title,
        body,
        severity,
        status,
        services,
        from.startedAt(),
        identifiedAt,
        monitoringAt,
        resolvedAt,
        from.backfilled(),
        notifies,
        postmortem,
        updateCount,
        from.createdAt(),
        now,
        from.facts() + newFacts,
        new EntityVersion(from.version().value() + (isNewVersion ? 1 : 0)),
        List.copyOf(updates));
  }
}
