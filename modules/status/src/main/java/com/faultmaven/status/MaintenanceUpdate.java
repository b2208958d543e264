package com.faultmaven.status;

import java.time.Instant;

/** An entry of the timeline of a maintenance, which never changes. */
public record MaintenanceUpdate(
    UpdateId id,
    MaintenanceId maintenance,
    String message,
    MaintenanceStatus status,
    Instant createdAt) {}
