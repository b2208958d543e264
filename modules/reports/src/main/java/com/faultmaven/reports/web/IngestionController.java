package com.faultmaven.reports.web;

import com.faultmaven.contracts.reports.v1.api.IngestionApi;
import com.faultmaven.contracts.reports.v1.model.ImportReportsRequest;
import com.faultmaven.contracts.reports.v1.model.SubmitReportsRequest;
import com.faultmaven.contracts.reports.v1.model.SubmitReportsResponse;
import com.faultmaven.kernel.Caller;
import com.faultmaven.reports.Ingestion;
import com.faultmaven.reports.Ingestion.Outcome;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Ingestion. */
@RestController
class IngestionController implements IngestionApi {

  private final Ingestion ingestion;
  private final SentReports sent;

  IngestionController(Ingestion ingestion, SentReports sent) {
    this.ingestion = ingestion;
    this.sent = sent;
  }

  @Override
  public ResponseEntity<SubmitReportsResponse> submitReports(SubmitReportsRequest request) {
    Caller caller = Caller.current();
    return answer(ingestion.take(sent.submitted(request.getReports(), caller), caller));
  }

  @Override
  public ResponseEntity<SubmitReportsResponse> importReports(ImportReportsRequest request) {
    return answer(ingestion.take(sent.imported(request.getReports()), Caller.current()));
  }

  private static ResponseEntity<SubmitReportsResponse> answer(List<Outcome> outcomes) {
    return ResponseEntity.status(HttpStatus.MULTI_STATUS).body(OutcomeResponses.of(outcomes));
  }
}
