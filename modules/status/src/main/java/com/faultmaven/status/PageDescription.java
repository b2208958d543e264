package com.faultmaven.status;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What an organization says of its page; null has its default. */
public record PageDescription(
    @Nullable String name,
    @Nullable String description,
    @Nullable String url,
    @Nullable ZoneId timeZone,
    @Nullable Boolean isPublic) {}
