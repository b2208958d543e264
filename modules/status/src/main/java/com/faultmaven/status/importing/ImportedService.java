package com.faultmaven.status.importing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service as it comes. */
public record ImportedService(
    UUID id, String name, @Nullable String description, Instant createdAt, Instant updatedAt) {}
