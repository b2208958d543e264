package com.faultmaven.reports;

import com.faultmaven.kernel.Refusal;

/** No such report, or none this caller may read: the two look the same. */
public final class ReportNotFound extends Refusal {

  private ReportNotFound(String id) {
    super(ReportProblem.REPORT_NOT_FOUND, "There is no report " + id + " that you can read.");
  }

  static ReportNotFound named(String sent) {
    return new ReportNotFound(shown(sent));
  }

  public static ReportNotFound of(ReportId id) {
    return new ReportNotFound(id.value());
  }
}
