package com.faultmaven.messaging.deadletters;

import com.faultmaven.kernel.EntityVersion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be delivered to one of its consumers.
 *
 * @param consumer the id of a listener, or {@code broker:} and a topic
 * @param detail what the last attempt ended with, for a person
 * @param attempts how often delivery was tried
 * @param settledAt null while it is parked, like who settled it
 * @param discardReason null unless it was discarded
 * @param content as it was stored; null in lists
 */
public record DeadLetter(
    UUID id,
    DeadLetterState state,
    String consumer,
    DeadLetterReason reason,
    String detail,
    int attempts,
    Envelope envelope,
    Instant parkedAt,
    @Nullable Instant settledAt,
    @Nullable String settledBy,
    @Nullable String discardReason,
    @Nullable String content,
    EntityVersion version) {}
