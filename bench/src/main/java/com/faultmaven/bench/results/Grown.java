package com.faultmaven.bench.results;

/**
 * The latencies of an operation on the small and on the large database, in milliseconds.
 *
 * @param users whose cases are read
 * @param ratio how often as long the median is on the large one: the median of the rounds
 * @param ratio95 the same of what 95 % do not exceed
 */
public record Grown(
    String operation,
    String users,
    double smallP50,
    double largeP50,
    double ratio,
    double smallP95,
    double largeP95,
    double ratio95) {}
