package com.faultmaven.escalations;

import com.faultmaven.cases.Metadata;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about the letters of a case.
 *
 * @param actor null for the service itself, and once their data is deleted
 */
public record AuditEvent(
    long number, String type, @Nullable String actor, Metadata payload, Instant at) {}
