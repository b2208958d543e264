package com.faultmaven.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timeline of an incident, which never changes.
 *
 * @param corrects the entry in whose place this one stands, or null
 * @param correctedBy the entry that stands in the place of this one, or null
 */
public record IncidentUpdate(
    UpdateId id,
    IncidentId incident,
    String message,
    IncidentStatus status,
    Instant createdAt,
    @Nullable UpdateId corrects,
    @Nullable UpdateId correctedBy) {}
