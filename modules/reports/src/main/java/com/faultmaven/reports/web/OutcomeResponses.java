package com.faultmaven.reports.web;

import com.faultmaven.contracts.reports.v1.model.FieldError;
import com.faultmaven.contracts.reports.v1.model.FieldErrorCode;
import com.faultmaven.contracts.reports.v1.model.SubmitReportsResponse;
import com.faultmaven.contracts.reports.v1.model.SubmittedReport;
import com.faultmaven.contracts.reports.v1.model.SubmittedReport.StatusEnum;
import com.faultmaven.kernel.Violation;
import com.faultmaven.reports.Ingestion.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Writes what became of many reports as the contract has it. */
final class OutcomeResponses {

  private OutcomeResponses() {}

  static SubmitReportsResponse of(List<Outcome> outcomes) {
    List<SubmittedReport> results = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      results.add(of(outcome, results.size()));
    }
    return new SubmitReportsResponse()
        .results(results)
        .created(count(results, StatusEnum.CREATED))
        .existing(count(results, StatusEnum.EXISTING))
        .rejected(count(results, StatusEnum.REJECTED));
  }

  private static SubmittedReport of(Outcome outcome, int index) {
    return new SubmittedReport()
        .index(index)
        .status(status(outcome))
        .reportId(outcome.id() == null ? null : outcome.id().value())
        .seq(outcome.seq())
        .errors(outcome.errors().stream().map(OutcomeResponses::of).toList());
  }

  private static StatusEnum status(Outcome outcome) {
    if (outcome.id() == null) {
      return StatusEnum.REJECTED;
    }
    return outcome.created() ? StatusEnum.CREATED : StatusEnum.EXISTING;
  }

  private static FieldError of(Violation violation) {
    return new FieldError()
        .pointer(violation.pointer())
        .code(FieldErrorCode.fromValue(violation.code()))
        .detail(violation.detail());
  }

  private static int count(List<SubmittedReport> results, StatusEnum status) {
    return (int) results.stream().filter(it -> it.getStatus() == status).count();
  }
}
