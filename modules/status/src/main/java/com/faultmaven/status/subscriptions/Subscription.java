package com.faultmaven.status.subscriptions;

import com.faultmaven.status.ServiceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told what is published.
 *
 * @param address of the webhook, or of mail
 * @param services those it is told of; null for all
 * @param active whether anything is sent; not after it failed for days, or said that it is gone
 * @param failingSince since when every delivery failed, or null
 */
public record Subscription(
    SubscriptionId id,
    Channel channel,
    String address,
    @Nullable List<ServiceId> services,
    boolean active,
    Instant createdAt,
    @Nullable Instant failingSince) {}
