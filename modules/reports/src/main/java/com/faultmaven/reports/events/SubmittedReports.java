package com.faultmaven.reports.events;

import com.faultmaven.contracts.reports.events.ReportAnalyzedV1;
import com.faultmaven.contracts.reports.events.ReportSubmittedV1;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.matching.Matching;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Proposes reports for cases as soon as it is known what they say. */
@Component
class SubmittedReports {

  /** Nothing is stored for those that say nothing yet. */
  private static final String ANALYZED = "!#event.payload().classifications().isEmpty()";

  private final Matching matching;

  SubmittedReports(Matching matching) {
    this.matching = matching;
  }

  @ApplicationModuleListener(id = "reports.match", condition = ANALYZED)
  void on(ReportSubmittedV1 event) {
    matching.propose(ReportId.of(event.payload().reportId()));
  }

  @ApplicationModuleListener(id = "reports.match-analyzed")
  void on(ReportAnalyzedV1 event) {
    matching.propose(ReportId.of(event.payload().reportId()));
  }
}
