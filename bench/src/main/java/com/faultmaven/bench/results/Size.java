package com.faultmaven.bench.results;

/**
 * What a table or an index takes.
 *
 * @param perRow bytes for each row of its table
 */
public record Size(String name, double megabytes, double rows, double perRow) {}
