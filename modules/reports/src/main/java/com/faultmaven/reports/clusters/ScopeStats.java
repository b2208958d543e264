package com.faultmaven.reports.clusters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a scope.
 *
 * @param reportCount of all reports; all else is of those that have an analysis
 * @param high how many have a severity of 0.8 or more
 * @param medium how many have one of 0.5 or more, but less than 0.8
 */
public record ScopeStats(
    String classification,
    int reportCount,
    double severityAverage,
    double severityMax,
    int high,
    int medium,
    @Nullable Instant firstSeenAt,
    @Nullable Instant lastSeenAt,
    Map<String, Integer> byClassification) {

  private static final double HIGH = 0.8;
  private static final double MEDIUM = 0.5;

  static ScopeStats of(List<Node> nodes, int reportCount, String asked) {
    Map<String, Integer> byClassification = new TreeMap<>();
    double sum = 0;
    double max = 0;
    int high = 0;
    int medium = 0;
    Instant first = null;
    Instant last = null;
    for (Node node : nodes) {
      double severity = node.preferred().severity();
      Instant seen = node.reportedAt();
      byClassification.merge(node.classification(asked), 1, Integer::sum);
      sum += severity;
      max = Math.max(max, severity);
      high += severity >= HIGH ? 1 : 0;
      medium += severity >= MEDIUM && severity < HIGH ? 1 : 0;
      first = first == null || seen.isBefore(first) ? seen : first;
      last = last == null || seen.isAfter(last) ? seen : last;
    }
    double average = nodes.isEmpty() ? 0 : sum / nodes.size();
    return new ScopeStats(
        asked, reportCount, average, max, high, medium, first, last, byClassification);
  }
}
