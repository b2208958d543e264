package com.faultmaven.messaging.deadletters;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A publication that is to be parked instead of being tried again.
 *
 * @param id of its row in Modulith's registry
 * @param detail null for what its last attempt ended with
 * @param failure under which that is kept
 */
public record DeadPublication(
    UUID id,
    DeadLetterReason reason,
    @Nullable String detail,
    @Nullable UUID failure,
    Envelope envelope) {}
