package com.faultmaven.status.subscriptions;

import com.faultmaven.status.ServiceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that is told what is published.
 *
 * @param services those it is told of; null for all
 * @param active whether anything is sent; not after it failed for days, or said that it is gone
 * @param failingSince since when every delivery failed, or null
 */
public record Subscription(
    SubscriptionId id,
    String url,
    @Nullable List<ServiceId> services,
    boolean active,
    Instant createdAt,
    @Nullable Instant failingSince) {}
