package com.faultmaven.messaging.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of Modulith's registry as it is stored, whether it can be read or not.
 *
 * @param lastAttempt null if it was never delivered again
 */
record StoredPublication(
    UUID id,
    String listenerId,
    String eventClass,
    String content,
    Instant publishedAt,
    @Nullable Instant lastAttempt,
    int attempts) {}
