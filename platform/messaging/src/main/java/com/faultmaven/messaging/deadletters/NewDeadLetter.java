package com.faultmaven.messaging.deadletters;

import org.jspecify.annotations.Nullable;

/**
 * What is to be parked.
 *
 * @param consumer the id of a listener, or {@code broker:} and a topic; at most 255 characters
 * @param detail what the last attempt ended with, for a person
 * @param attempts how often delivery was tried
 * @param eventClass the Java class a listener takes it as; null for a broker
 * @param content the event as it was stored
 */
public record NewDeadLetter(
    String consumer,
    DeadLetterReason reason,
    String detail,
    int attempts,
    @Nullable String eventClass,
    Envelope envelope,
    String content) {}
