package com.faultmaven.reports;

import com.faultmaven.kernel.Refusal;

/** A report that is linked to a case stays. */
public final class ReportLinked extends Refusal {

  private ReportLinked(ReportId id) {
    super(ReportProblem.REPORT_LINKED, "The report " + id + " is linked to a case.");
  }

  static ReportLinked of(ReportId id) {
    return new ReportLinked(id);
  }
}
