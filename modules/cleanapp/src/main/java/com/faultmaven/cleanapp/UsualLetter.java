package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseView;
import com.faultmaven.kernel.Text;
import com.faultmaven.reports.dossiers.Dossier;
import com.faultmaven.reports.dossiers.LinkedReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The letter about a case that is sent where nobody wrote another. */
record UsualLetter(String subject, String body) {

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");
  private static final Comparator<LinkedReport> WORST_NEWEST_FIRST =
      Comparator.comparingDouble(UsualLetter::severity)
          .thenComparing(LinkedReport::reportedAt)
          .reversed();
  private static final int MOST_REPORTS = 3;

  static UsualLetter about(
      CaseView seen, Dossier dossier, List<LinkedReport> reports, String product) {
    String title = BREAKS.matcher(seen.title()).replaceAll(" ");
    StringBuilder body =
        new StringBuilder(product)
            .append(" opened case ")
            .append(title)
            .append(" (")
            .append(seen.id())
            .append(").\n\n");
    if (!Text.isBlank(seen.description())) {
      body.append("Summary: ").append(Text.trim(seen.description())).append('\n');
    }
    body.append("Classification: ").append(dossier.classification()).append('\n');
    body.append("Status: ")
        .append(Statuses.word(seen.status(), dossier.mergedInto() != null))
        .append('\n');
    body.append("Linked reports: ").append(dossier.reportCount()).append('\n');
    reports.stream()
        .sorted(WORST_NEWEST_FIRST)
        .limit(MOST_REPORTS)
        .forEach(report -> body.append(line(report)).append('\n'));
    body.append("\nPlease tell us what will be done and by when.");
    return new UsualLetter("Escalation: " + title, body.toString());
  }

  private static String line(LinkedReport report) {
    return String.format(
        Locale.ROOT,
        "- #%s, %s, severity %.2f: %s",
        Integer.toString(report.seq()),
        report.reportedAt(),
        severity(report),
        called(report));
  }

  private static String called(LinkedReport report) {
    return Stream.of(report.title(), report.summary())
        .filter(Objects::nonNull)
        .map(it -> Text.trim(BREAKS.matcher(it).replaceAll(" ")))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("Report #" + report.seq());
  }

  private static double severity(LinkedReport report) {
    @Nullable Double severity = report.severity();
    return severity == null ? 0 : severity;
  }
}
