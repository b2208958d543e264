package com.faultmaven.identity.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that was recorded. */
public record AuditEntry(
    long id,
    Instant at,
    String event,
    String category,
    @Nullable String actor,
    @Nullable String subject,
    @Nullable String organization,
    @Nullable String resourceType,
    @Nullable String resourceId,
    boolean success,
    @Nullable String address,
    @Nullable String userAgent,
    @Nullable String correlationId,
    Map<String, Object> details) {}
