package com.faultmaven.bench.results;

import java.util.List;
import java.util.Map;

/**
 * What one run measured.
 *
 * @param facts of the machine, the program and the data
 * @param figures of the whole run, such as the memory the service uses
 * @param goals that are no ratios, and what was reached
 * @param sizes megabytes of tables and indexes
 */
public record Results(
    Map<String, String> facts,
    Map<String, Double> figures,
    List<Goal> goals,
    List<Row> rows,
    Map<String, Double> sizes) {}
