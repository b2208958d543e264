package com.faultmaven.status;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service to add.
 *
 * @param startDate today if null
 */
public record NewService(
    String name,
    @Nullable String description,
    @Nullable String group,
    int position,
    @Nullable LocalDate startDate) {}
