package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something people depend on.
 *
 * @param group what it is shown under, or null
 * @param position where it is shown
 * @param startDate from when on its uptime counts
 * @param condition how it is at the moment of the read
 * @param facts the number of its last event
 */
public record Service(
    ServiceId id,
    OrganizationId organization,
    String name,
    @Nullable String description,
    @Nullable String group,
    int position,
    LocalDate startDate,
    Instant createdAt,
    Instant updatedAt,
    Condition condition,
    int activeIncidents,
    long facts,
    EntityVersion version) {

  /** It begins with the version, which is all that {@code If-Match} compares. */
  public String etag() {
    return "\"" + version.value() + "-" + condition.word() + "-" + activeIncidents + "\"";
  }
}
