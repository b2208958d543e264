package com.faultmaven.status;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a maintenance; null leaves it as it is.
 *
 * @param body makes the new body of the old one
 */
public record MaintenanceEdit(
    @Nullable String title,
    UnaryOperator<@Nullable String> body,
    @Nullable List<ServiceId> services,
    @Nullable Instant scheduledFor,
    @Nullable Instant scheduledUntil) {}
