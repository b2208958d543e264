package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.ProblemType;
import com.faultmaven.kernel.Refusal;
import com.faultmaven.reports.ReportProblem;

/** A "no" in the words of CleanApp. */
final class Refused extends Refusal {

  private Refused(ProblemType type, String words) {
    super(type, words);
  }

  /** What was sent cannot be taken. */
  static Refused because(String words) {
    return new Refused(CommonProblem.BAD_REQUEST, words);
  }

  /** A member has another type, or the body is no object. */
  static Refused invalidJson() {
    return because("invalid json");
  }

  static Refused tooLong(String name) {
    return because(name + " is too long");
  }

  static Refused readOnly(CaseId id) {
    return new Refused(
        CommonProblem.PERMISSION_DENIED, "You may read case " + id + " but not change it.");
  }

  static Refused seedNotFound() {
    return new Refused(ReportProblem.REPORT_NOT_FOUND, "seed report not found");
  }
}
