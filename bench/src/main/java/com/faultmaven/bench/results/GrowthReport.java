package com.faultmaven.bench.results;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How reads and sizes grow, as Markdown. */
public final class GrowthReport {

  private static final double MOST = 1.5;

  private final StringBuilder text = new StringBuilder("# Growth\n\n");

  private GrowthReport() {}

  public static String of(GrowthResults results) {
    GrowthReport report = new GrowthReport();
    results.facts().forEach((name, value) -> report.line("- " + name + ": " + value));
    report.reads(results);
    report.sizes(results);
    report.plans(results.plans());
    return report.text.toString();
  }

  private void reads(GrowthResults results) {
    line("\n## Reads\n");
    line(
        "| operation | cases of | p50 small | p50 large | ratio | p95 small | p95 large | ratio | |");
    line("|---|---|--:|--:|--:|--:|--:|--:|---|");
    for (Grown read : results.reads()) {
      line(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %s |",
              read.operation(),
              read.users(),
              read.smallP50(),
              read.largeP50(),
              read.ratio(),
              read.smallP95(),
              read.largeP95(),
              read.ratio95(),
              read.ratio() <= MOST ? "met" : "**missed**"));
    }
    line("\nMilliseconds. The medians are to be within 1.5 times of one another.");
  }

  private void sizes(GrowthResults results) {
    Map<String, Size> small =
        results.small().stream().collect(Collectors.toMap(Size::name, Function.identity()));
    line("\n## Sizes\n");
    line("| | MB small | MB large | bytes for a row small | large |");
    line("|---|--:|--:|--:|--:|");
    for (Size size : results.large()) {
      Size before = small.getOrDefault(size.name(), new Size(size.name(), 0, 0, 0));
      line(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.1f | %.0f | %.0f |",
              size.name(),
              before.megabytes(),
              size.megabytes(),
              before.perRow(),
              size.perRow()));
    }
  }

  private void plans(Map<String, String> plans) {
    line("\n## Plans on the large database, with the server's defaults");
    plans.forEach((operation, plan) -> line("\n### " + operation + "\n\n```\n" + plan + "```"));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
