package com.faultmaven.escalations.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.escalations.v1.api.SignalsApi;
import com.faultmaven.contracts.escalations.v1.model.RecordSignalRequest;
import com.faultmaven.contracts.escalations.v1.model.Signal;
import com.faultmaven.contracts.escalations.v1.model.SignalList;
import com.faultmaven.escalations.Signals;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Signals. */
@RestController
class SignalsController implements SignalsApi {

  private final Signals signals;

  SignalsController(Signals signals) {
    this.signals = signals;
  }

  @Override
  public ResponseEntity<SignalList> listSignals(
      String caseId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        SignalResponses.of(
            signals.list(CaseId.of(caseId), Paging.of(limit, offset, cursor), Caller.current())));
  }

  @Override
  public ResponseEntity<Signal> recordSignal(String caseId, RecordSignalRequest request) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            SignalResponses.of(
                signals.record(
                    CaseId.of(caseId), SignalResponses.heard(request), Caller.current())));
  }
}
