package com.faultmaven.reports;

import com.faultmaven.kernel.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What has to hold for a report beside what its schema says. */
final class ReportRules {

  private static final Duration AHEAD = Duration.ofHours(24);
  private static final double MOST_NORTHERN = 90;

  private ReportRules() {}

  /** What is wrong with it; pointers lead into the report. */
  static List<Violation> violations(NewReport report, Instant now) {
    List<Violation> violations = new ArrayList<>();
    Instant reported = report.reportedAt();
    if (reported != null
        && (reported.isBefore(Instant.EPOCH) || reported.isAfter(now.plus(AHEAD)))) {
      violations.add(
          Violation.inBody(
              "/reported_at", "out_of_range", "reported_at must be from 1970 to a day from now."));
    }
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
}
