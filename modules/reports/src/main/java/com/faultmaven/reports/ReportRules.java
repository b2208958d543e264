package com.faultmaven.reports;

import com.faultmaven.kernel.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has to hold for a report beside what its schema says. */
final class ReportRules {

  private static final Duration AHEAD = Duration.ofHours(24);
  private static final double MOST_NORTHERN = 90;

  private ReportRules() {}

  /** What is wrong with one that is brought, in a list that may be added to. */
  static List<Violation> violations(ImportedReport imported, Instant now) {
    List<Violation> violations = violations(imported.report(), now);
    checkTime("created_at", imported.createdAt(), now, violations);
    return violations;
  }

  /** What is wrong with it; pointers lead into the report. */
  static List<Violation> violations(NewReport report, Instant now) {
    List<Violation> violations = new ArrayList<>();
    checkTime("reported_at", report.reportedAt(), now, violations);
    if (report.location() != null && Math.abs(report.location().latitude()) > MOST_NORTHERN) {
      violations.add(
          Violation.inBody(
              "/location/coordinates/1", "out_of_range", "A latitude must be -90 to 90."));
    }
    Set<String> languages = new TreeSet<>();
    for (int index = 0; index < report.analyses().size(); index++) {
      String language = report.analyses().get(index).language().toLowerCase(Locale.ROOT);
      if (!languages.add(language)) {
        violations.add(
            Violation.inBody(
                "/analyses/" + index + "/language",
                "not_allowed",
                "A report has one analysis in a language."));
      }
    }
    return violations;
  }

  private static void checkTime(
      String member, @Nullable Instant time, Instant now, List<Violation> violations) {
    if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(now.plus(AHEAD)))) {
      violations.add(
          Violation.inBody(
              "/" + member, "out_of_range", member + " must be from 1970 to a day from now."));
    }
  }
}
