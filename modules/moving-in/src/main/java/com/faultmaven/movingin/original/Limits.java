package com.faultmaven.movingin.original;

import java.time.Instant;

/**
 * How strictly a source is read.
 *
 * @param cut whether texts that are too long come without their end; otherwise their row is refused
 * @param organization of cases that name none
 * @param now what is later than that has not happened
 */
public record Limits(boolean cut, String organization, Instant now) {}
