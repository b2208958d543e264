package com.faultmaven.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a mail is doing.
 *
 * @param attempts how often it was handed over
 * @param nextAttemptAt when it will be next; null unless it waits for another try
 * @param provider {@code smtp} or {@code outbox}, once it was handed over
 * @param providerMessageId what the provider calls it, if it said so
 * @param error what the server said, if it refused
 * @param retryable whether somebody may ask for another try
 */
public record MailLook(
    MailKey key,
    MailState state,
    String messageId,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable String provider,
    @Nullable String providerMessageId,
    @Nullable Instant sentAt,
    @Nullable Instant deliveredAt,
    @Nullable String error,
    boolean retryable) {}
