package com.faultmaven.bench.results;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as Markdown. */
public final class Report {

  private final StringBuilder text = new StringBuilder();

  private Report() {}

  public static String of(Results results) {
    Report report = new Report();
    report.title(results.facts());
    report.goals(results);
    report.otherGoals(results);
    report.table(results, Row.SERVICE, "The service over HTTP");
    report.table(results, Row.DATABASE, "The same statements without the service");
    report.table(results, Row.WEB, "The same web server with a bare controller");
    report.table(results, Row.ONE, "One process");
    report.table(results, Row.TWO, "Two processes on the same database");
    report.numbers("Figures", "", results.figures());
    report.numbers("Sizes", "MB", results.sizes());
    return report.text.toString();
  }

  private void title(Map<String, String> facts) {
    line("# Benchmark");
    line("");
    facts.forEach((name, value) -> line("- " + name + ": " + value));
  }

  private void goals(Results results) {
    if (results.rows().stream().allMatch(row -> row.ratio() == null)) {
      return;
    }
    line("\n## Ratios\n");
    line("| | operation | connections | /s | of /s | ratio | goal | |");
    line("|---|---|--:|--:|--:|--:|--:|---|");
    for (Row row : results.rows()) {
      Double ratio = row.ratio();
      if (ratio != null) {
        Double goal = row.goal();
        line(
            "| %s | %s | %s | %s | %s | %s | %s | %s |",
            row.of(),
            row.operation(),
            row.connections(),
            whole(row.perSecond()),
            whole(row.perSecond() / ratio),
            percent(ratio),
            goal == null ? "" : percent(goal),
            goal == null ? "" : ratio >= goal ? "met" : "**missed**");
      }
    }
  }

  private void otherGoals(Results results) {
    if (results.goals().isEmpty()) {
      return;
    }
    line("\n## Other goals\n");
    line("| | measured | goal | |");
    line("|---|--:|--:|---|");
    for (Goal goal : results.goals()) {
      line(
          "| %s | %s | %s %s | %s |",
          goal.what(),
          number("%.2f", goal.value()),
          goal.atMost() ? "≤" : "≥",
          number("%.2f", goal.bound()),
          goal.met() ? "met" : "**missed**");
    }
  }

  private void table(Results results, String of, String title) {
    if (results.rows().stream().noneMatch(row -> row.of().equals(of))) {
      return;
    }
    line("\n## %s\n", title);
    line(
        "| operation | connections | /s | p50 ms | p95 ms | p99 ms | CPU s service | CPU s database"
            + " | KB allocated | refused | failed | |");
    line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
    results.rows().stream()
        .filter(row -> row.of().equals(of))
        .forEach(
            row ->
                line(
                    "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |",
                    row.operation(),
                    row.connections(),
                    whole(row.perSecond()),
                    number("%.2f", row.p50()),
                    number("%.2f", row.p95()),
                    number("%.2f", row.p99()),
                    number("%.3f", row.serviceCpu()),
                    number("%.3f", row.databaseCpu()),
                    number("%.1f", row.allocatedKilobytes()),
                    row.refused(),
                    row.failed(),
                    row.note() == null ? "" : row.note()));
    line("\nProcessor time is for 1,000 requests, memory allocated by the service for one.");
  }

  private void numbers(String title, String unit, Map<String, Double> numbers) {
    line("\n## %s\n", title);
    line("| | %s |", unit);
    line("|---|--:|");
    numbers.forEach((name, value) -> line("| %s | %s |", name, number("%.2f", value)));
  }

  private static String percent(double ratio) {
    return number("%.1f %%", 100 * ratio);
  }

  private static String whole(double number) {
    return number("%,.0f", number);
  }

  private static String number(String format, @Nullable Double number) {
    return String.format(Locale.ROOT, format, number);
  }

  private void line(String format, @Nullable Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    text.append('\n');
  }
}
