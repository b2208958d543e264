package com.faultmaven.status.subscriptions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to one subscription about one event.
 *
 * @param event the same on every try
 * @param kind what it is about, such as {@code incident.opened}
 * @param state queued, delivered or failed
 * @param lastStatus of the last answer, or null
 * @param lastError why the last try failed, or null
 */
public record Delivery(
    DeliveryId id,
    UUID event,
    String kind,
    String state,
    int attempts,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable Instant settledAt) {}
