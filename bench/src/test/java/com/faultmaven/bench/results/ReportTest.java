package com.faultmaven.bench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void saysWhichGoalsAreMissed() {
    String report = report(List.of(row(0.26, 0.32), row(0.60, 0.50)), List.of());

    assertThat(report)
        .contains("| service | getCase | 16 | 1,000 | 3,846 | 26.0 % | 32.0 % | **missed** |")
        .contains("| service | getCase | 16 | 1,000 | 1,667 | 60.0 % | 50.0 % | met |");
  }

  @Test
  void aBoundMayBeTheLeastOrTheMost() {
    String report =
        report(List.of(), List.of(Goal.atMost("seconds", 5, 4), Goal.atLeast("part", 0.9, 0.8)));

    assertThat(report)
        .contains("| seconds | 5.00 | ≤ 4.00 | **missed** |")
        .contains("| part | 0.90 | ≥ 0.80 | met |");
  }

  @Test
  void leavesOutWhatWasNotMeasured() {
    assertThat(report(List.of(row(null, null)), List.of()))
        .doesNotContain("Ratios")
        .doesNotContain("Two processes");
  }

  private static String report(List<Row> rows, List<Goal> goals) {
    return Report.of(new Results(Map.of(), Map.of(), goals, rows, Map.of()));
  }

  private static Row row(@Nullable Double ratio, @Nullable Double goal) {
    return new Row("getCase", Row.SERVICE, 16, 1000, ratio, goal, 1, 2, 3, 0, 0, 0, 9, 0, 0, null);
  }
}
