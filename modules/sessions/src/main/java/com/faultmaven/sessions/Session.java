package com.faultmaven.sessions;

import com.faultmaven.cases.Metadata;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is stored.
 *
 * @param clientId the client it is resumed for, or null
 * @param facts the number of its last event
 * @param expiresAt from when on it is gone for readers
 */
public record Session(
    SessionId id,
    EntityVersion version,
    UserId user,
    @Nullable String clientId,
    String type,
    @Nullable String title,
    SessionStatus status,
    int timeoutMinutes,
    Metadata metadata,
    int caseCount,
    long facts,
    Instant createdAt,
    Instant updatedAt,
    Instant lastActivityAt,
    Instant expiresAt) {

  /** It begins with the version, which is all that {@code If-Match} compares. */
  public String etag() {
    long activity = ChronoUnit.MICROS.between(createdAt, lastActivityAt);
    return "\""
        + version.value()
        + "-"
        + Long.toString(activity, Character.MAX_RADIX)
        + "-"
        + caseCount
        + "\"";
  }

  boolean isArchived() {
    return status == SessionStatus.ARCHIVED;
  }
}
