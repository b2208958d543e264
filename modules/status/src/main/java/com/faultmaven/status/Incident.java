package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said in public about trouble.
 *
 * @param services those it touches, in the order they were named
 * @param backfilled whether it was over when it was entered
 * @param updateCount how many updates there are, of which {@code updates} may hold the last ones
 * @param facts the number of its last event
 */
public record Incident(
    IncidentId id,
    OrganizationId organization,
    String title,
    @Nullable String body,
    Severity severity,
    IncidentStatus status,
    List<AffectedService> services,
    Instant startedAt,
    @Nullable Instant identifiedAt,
    @Nullable Instant monitoringAt,
    @Nullable Instant resolvedAt,
    boolean backfilled,
    boolean notifies,
    @Nullable String postmortem,
    int updateCount,
    Instant createdAt,
    Instant updatedAt,
    long facts,
    EntityVersion version,
    List<IncidentUpdate> updates) {

  /** It begins with the version, which is all that {@code If-Match} compares. */
  public String etag() {
    return "\"" + version.value() + "-" + updateCount + "\"";
  }

  /** What it does to each service, or did last. */
  public Map<ServiceId, Impact> impacts() {
    Map<ServiceId, Impact> impacts = new LinkedHashMap<>();
    services.forEach(it -> impacts.put(it.id(), it.impact(severity)));
    return impacts;
  }

  public List<ServiceId> serviceIds() {
    return services.stream().map(AffectedService::id).toList();
  }

  /** The same, with the services it touches. */
  Incident touching(List<AffectedService> touched) {
    IncidentDraft draft = new IncidentDraft(this);
    draft.services = touched;
    return draft.at(updatedAt);
  }

  /** The same with one update more. */
  Incident saying(IncidentUpdate said) {
    IncidentDraft draft = new IncidentDraft(this);
    draft.updates = new ArrayList<>(updates);
    draft.updates.add(said);
    return draft.at(updatedAt);
  }

  boolean isResolved() {
    return status == IncidentStatus.RESOLVED;
  }

  /** A moment of its history, which never goes back. */
  Instant notBeforeTheLast(Instant now) {
    return now.isBefore(updatedAt) ? updatedAt : now;
  }
}
