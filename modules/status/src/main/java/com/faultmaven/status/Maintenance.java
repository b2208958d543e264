package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Announced work in a window.
 *
 * @param startedAt when somebody began it before its time, or null
 * @param completedAt when somebody ended it before its time, or null
 * @param told which status was published last
 * @param facts the number of its last event
 */
public record Maintenance(
    MaintenanceId id,
    OrganizationId organization,
    String title,
    @Nullable String body,
    List<ServiceId> services,
    Instant scheduledFor,
    Instant scheduledUntil,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable Instant cancelledAt,
    MaintenanceStatus told,
    boolean notifies,
    int updateCount,
    Instant createdAt,
    Instant updatedAt,
    long facts,
    EntityVersion version,
    List<MaintenanceUpdate> updates) {

  /** When it begins, or did. */
  public Instant begins() {
    return Objects.requireNonNullElse(startedAt, scheduledFor);
  }

  /** When it ends, or did. */
  public Instant ends() {
    return Objects.requireNonNullElse(completedAt, scheduledUntil);
  }

  /** Where it is at a moment. */
  public MaintenanceStatus status(Instant now) {
    if (cancelledAt != null) {
      return MaintenanceStatus.CANCELLED;
    }
    if (!now.isBefore(ends())) {
      return MaintenanceStatus.COMPLETED;
    }
    return now.isBefore(begins()) ? MaintenanceStatus.SCHEDULED : MaintenanceStatus.IN_PROGRESS;
  }

  /** It begins with the version, which is all that {@code If-Match} compares. */
  public String etag(Instant now) {
    return "\"" + version.value() + "-" + status(now).word() + "-" + updateCount + "\"";
  }

  /** A moment of its history, which never goes back. */
  Instant notBeforeTheLast(Instant now) {
    return now.isBefore(updatedAt) ? updatedAt : now;
  }
}
