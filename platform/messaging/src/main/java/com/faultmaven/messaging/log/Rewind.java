package com.faultmaven.messaging.log;

/**
 * A publisher that was set back.
 *
 * @param from where it was
 * @param to where it goes on
 * @param pending about how many events lie ahead of it now, up to a million
 */
public record Rewind(LogPosition from, LogPosition to, long pending) {}
