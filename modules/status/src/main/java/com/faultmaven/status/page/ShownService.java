package com.faultmaven.status.page;

import com.faultmaven.status.Condition;
import com.faultmaven.status.ServiceId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service as everybody may see it.
 *
 * @param group what it is shown under, or null
 */
public record ShownService(
    ServiceId id,
    String name,
    @Nullable String description,
    @Nullable String group,
    int position,
    LocalDate startDate,
    Instant createdAt,
    Instant updatedAt,
    Condition condition) {}
