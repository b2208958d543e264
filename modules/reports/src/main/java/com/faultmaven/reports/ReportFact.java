package com.faultmaven.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that became true of a report, told in the transaction that made it true. */
public sealed interface ReportFact {

  /** The report as it is now. */
  Report report();

  /** When it became true. */
  Instant at();

  /** The number of the fact among those of the report. */
  default long number() {
    return report().facts();
  }

  /** It was submitted, or brought from elsewhere, where it may be older. */
  record Submitted(Report report, Instant at) implements ReportFact {}

  /** Many were submitted in one step. */
  record SubmittedTogether(List<Submitted> facts) {}

  /** It was said what it says in a language. */
  record Analyzed(Report report, Analysis analysis) implements ReportFact {

    @Override
    public Instant at() {
      return report.updatedAt();
    }
  }

  /**
   * It stands, or does not any more.
   *
   * @param from the status before
   * @param by who said so; null for nobody known
   */
  record StatusChanged(Report report, ReportStatus from, @Nullable String by)
      implements ReportFact {

    @Override
    public Instant at() {
      return report.updatedAt();
    }
  }

  /** It is gone. */
  record Deleted(Report report, Instant at) implements ReportFact {

    @Override
    public long number() {
      return report.facts() + 1;
    }
  }
}
