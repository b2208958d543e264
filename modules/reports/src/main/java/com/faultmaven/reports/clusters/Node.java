package com.faultmaven.reports.clusters;

import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.ReportId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report that has an analysis, as it is compared with others. */
public record Node(
    ReportId id, int seq, Instant reportedAt, @Nullable Place place, Analysis preferred) {

  /** A report as it is compared; nothing without an analysis. */
  public static Optional<Node> of(Report report) {
    return report
        .preferred()
        .map(it -> new Node(report.id(), report.seq(), report.reportedAt(), report.location(), it));
  }

  /** What kind of trouble it is, or else what is asked for. */
  String classification(String asked) {
    return Stream.of(preferred.classification(), asked)
        .filter(it -> !Blank.is(it))
        .findFirst()
        .orElse(Analysis.PHYSICAL);
  }

  /** All that it says. */
  String text() {
    return preferred.title() + " " + preferred.summary() + " " + preferred.description();
  }

  /** What it is called: the first that is not blank, as it was sent. */
  String title() {
    return Stream.of(preferred.title(), preferred.summary(), preferred.description())
        .filter(it -> !Blank.is(it))
        .findFirst()
        .orElse(id.value());
  }
}
