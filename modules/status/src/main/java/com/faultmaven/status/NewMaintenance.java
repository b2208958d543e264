package com.faultmaven.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work to announce. */
public record NewMaintenance(
    String title,
    @Nullable String body,
    List<ServiceId> services,
    Instant scheduledFor,
    Instant scheduledUntil,
    boolean notifies) {}
