package com.faultmaven.bench;

import com.faultmaven.bench.results.Goal;
import com.faultmaven.bench.results.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the service should reach. */
final class Goals {

  static final String SECONDS_UNTIL_READY = "seconds until ready";
  static final String RESIDENT_WHEN_READY = "resident MB when ready";
  static final String PART_AFTER_TEN_SECONDS =
      "part of its steady rate ten seconds after ready, warmed up";
  static final String PART_NOT_WARMED_UP =
      "part of its steady rate ten seconds after ready, not warmed up";
  static final String TEN_SECONDS_AFTER_READY = "getCase/s ten seconds after ready";
  static final String ERRORS = "at 70 %: errors";
  static final String SLOWEST = "at 70 %: p99 ms";
  static final String EVENTS_LEFT = "at 70 %: events left after 10 s";
  static final String ANSWERED_OVERLOADED = "at 200 %: part of the maximum that is answered";
  static final String REFUSED_AFTER = "at 200 %: p50 ms of those refused";
  static final String SECONDS_TO_RECOVER = "after 200 %: seconds until it is as before";

  /** Of figures that are promised. */
  private static final Map<String, Double> AT_MOST =
      Map.of(
          SECONDS_UNTIL_READY, 4.0,
          RESIDENT_WHEN_READY, 400.0,
          ERRORS, 0.0,
          SLOWEST, 500.0,
          EVENTS_LEFT, 0.0,
          REFUSED_AFTER, 100.0,
          SECONDS_TO_RECOVER, 10.0);

  private static final Map<String, Double> AT_LEAST =
      Map.of(ANSWERED_OVERLOADED, 0.9, PART_AFTER_TEN_SECONDS, 0.8);

  private static final int CONNECTIONS = 16;

  private Goals() {}

  /** What an operation should reach of its ceiling. */
  static @Nullable Double of(Operation operation) {
    return switch (operation) {
      case HEALTH -> 0.60;
      case GET_CASE -> 0.32;
      case LIST_CASES -> 0.55;
      case CREATE_CASE, ADD_MESSAGE -> 0.50;
      default -> null;
    };
  }

  /** The others, as far as they were measured. */
  static List<Goal> check(Map<String, Double> figures, List<Row> rows) {
    List<Goal> goals = new ArrayList<>();
    row(rows, Operation.GET_CASE)
        .ifPresent(
            row -> {
              goals.add(Goal.atMost("CPU s for 1,000 getCase", row.serviceCpu(), 0.25));
              goals.add(Goal.atMost("KB allocated for a getCase", row.allocatedKilobytes(), 30));
            });
    row(rows, Operation.CREATE_CASE)
        .flatMap(
            many ->
                row(rows, Operation.CREATE_CASE_OF_ONE)
                    .map(one -> one.perSecond() / many.perSecond()))
        .ifPresent(
            part -> goals.add(Goal.atLeast("createCase of one user, part of many's", part, 0.95)));
    figures.forEach(
        (name, value) -> {
          Double most = AT_MOST.get(name);
          if (most != null) {
            goals.add(Goal.atMost(name, value, most));
          }
          Double least = AT_LEAST.get(name);
          if (least != null) {
            goals.add(Goal.atLeast(name, value, least));
          }
        });
    return goals;
  }

  private static Optional<Row> row(List<Row> rows, Operation operation) {
    return rows.stream()
        .filter(row -> row.of().equals(Row.SERVICE) && row.connections() == CONNECTIONS)
        .filter(row -> row.operation().equals(operation.title))
        .findFirst();
  }
}
