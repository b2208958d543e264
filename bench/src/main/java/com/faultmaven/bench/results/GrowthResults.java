package com.faultmaven.bench.results;

import java.util.List;
import java.util.Map;

/**
 * How reads and sizes grow with the data.
 *
 * @param facts of the machine, the program and the data
 * @param small sizes in the small database
 * @param large sizes in the large one
 * @param plans of each read in the large one, as PostgreSQL explains them
 */
public record GrowthResults(
    Map<String, String> facts,
    List<Grown> reads,
    List<Size> small,
    List<Size> large,
    Map<String, String> plans) {}
