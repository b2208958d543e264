package com.faultmaven.reports;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of reports. */
public enum ReportProblem implements ProblemType {
  REPORT_NOT_FOUND(404, "Report not found"),
  CLUSTER_NOT_FOUND(404, "Cluster not found"),
  REPORT_LINKED(409, "Report linked");

  private final int status;
  private final String title;

  ReportProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
