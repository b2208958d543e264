package com.faultmaven.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that gets no mail.
 *
 * @param email in lower case
 * @param note what was noted, or what the other server said
 */
public record Suppression(
    String email, SuppressionReason reason, @Nullable String note, Instant createdAt) {}
