package com.faultmaven.escalations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mail of a letter, with what the letter says.
 *
 * @param target the number of the target; null of a copy, and once the target is gone
 * @param source where the target is known from; null like the target
 * @param copy whether it is one
 * @param status of the mail, as the contract of escalations spells it
 * @param body empty where there is too much of it
 * @param requestedBy null once their data is deleted
 */
public record CaseMail(
    long number,
    DeliveryId id,
    EscalationId escalation,
    @Nullable Long target,
    @Nullable String source,
    String email,
    boolean copy,
    String status,
    @Nullable String provider,
    @Nullable String providerMessageId,
    @Nullable Instant sentAt,
    @Nullable String error,
    Instant createdAt,
    String subject,
    String body,
    @Nullable String requestedBy) {}
