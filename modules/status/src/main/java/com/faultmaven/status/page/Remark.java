package com.faultmaven.status.page;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a timeline as it is shown: of corrections, the last text in the place of the first.
 *
 * @param at when it was said first
 * @param correctedAt when it was corrected last, or null
 */
public record Remark(
    UUID id, String message, NoticeStatus status, Instant at, @Nullable Instant correctedAt) {}
