package com.faultmaven.reports.dossiers;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of dossiers. */
enum DossierProblem implements ProblemType {
  CASE_MERGED(409, "Case merged"),
  NOT_MERGED(409, "Not merged");

  private final int status;
  private final String title;

  DossierProblem(int status, String title) {
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
