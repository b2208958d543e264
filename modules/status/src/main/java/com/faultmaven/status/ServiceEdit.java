package com.faultmaven.status;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a service; null leaves it as it is.
 *
 * @param description makes the new description of the old one
 * @param group makes the new group of the old one
 */
public record ServiceEdit(
    @Nullable String name,
    UnaryOperator<@Nullable String> description,
    UnaryOperator<@Nullable String> group,
    @Nullable Integer position,
    @Nullable LocalDate startDate) {}
