package com.faultmaven.reports.web;

import com.faultmaven.contracts.reports.v1.model.ReportCase;
import com.faultmaven.contracts.reports.v1.model.ReportCaseList;
import com.faultmaven.reports.CasesOfReports.LinkedCase;
import java.util.List;

/** Writes the cases of a report as the contract has them. */
final class CaseResponses {

  private CaseResponses() {}

  static ReportCaseList of(List<LinkedCase> linked) {
    return new ReportCaseList()
        .cases(linked.stream().map(CaseResponses::of).toList())
        .total((long) linked.size());
  }

  private static ReportCase of(LinkedCase linked) {
    return new ReportCase()
        .caseId(linked.about().id().value())
        .title(linked.about().title())
        .status(ReportCase.StatusEnum.valueOf(linked.about().status().name()))
        .linkedAt(ReportResponses.time(linked.linkedAt()));
  }
}
