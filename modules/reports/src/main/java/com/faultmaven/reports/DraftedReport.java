package com.faultmaven.reports;

/**
 * A report that is about to be stored.
 *
 * @param numbered whether it comes with its number; else it gets the next one
 */
record DraftedReport(Report report, boolean numbered) {

  /** The report as it is stored under a number. */
  Report under(int seq) {
    return new Report(
        report.id(),
        seq,
        report.organization(),
        report.source(),
        report.externalId(),
        report.reporter(),
        report.reportedAt(),
        report.location(),
        report.visibility(),
        report.status(),
        report.description(),
        report.analyses(),
        report.media(),
        report.metadata(),
        report.caseCount(),
        report.createdAt(),
        report.updatedAt(),
        report.facts(),
        report.version());
  }
}
