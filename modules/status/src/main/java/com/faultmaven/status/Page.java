package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The public face of an organization.
 *
 * @param url of the organization itself, or null
 * @param timeZone in which days begin and times are shown
 * @param isPublic whether anybody may see it
 * @param version 0 before anybody said anything
 */
public record Page(
    String name,
    @Nullable String description,
    @Nullable String url,
    ZoneId timeZone,
    boolean isPublic,
    EntityVersion version) {}
