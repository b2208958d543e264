package com.faultmaven.messaging.deadletters.web;

import com.faultmaven.contracts.cases.v2.api.DeadLettersApi;
import com.faultmaven.contracts.cases.v2.model.DeadLetterList;
import com.faultmaven.contracts.cases.v2.model.DeadLetterResponse;
import com.faultmaven.contracts.cases.v2.model.DeadLetterState;
import com.faultmaven.contracts.cases.v2.model.DiscardDeadLetterRequest;
import com.faultmaven.contracts.cases.v2.model.ReplayDeadLettersRequest;
import com.faultmaven.contracts.cases.v2.model.ReplayDeadLettersResult;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.messaging.deadletters.DeadLetter;
import com.faultmaven.messaging.deadletters.DeadLetterDecisions;
import com.faultmaven.messaging.deadletters.DeadLetterDecisions.Replayed;
import com.faultmaven.messaging.deadletters.DeadLetterQueries;
import com.faultmaven.messaging.deadletters.DeadLetterSelection;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged DeadLetters, for administrators. */
@RestController
class DeadLettersController implements DeadLettersApi {

  private final DeadLetterQueries letters;
  private final DeadLetterDecisions decisions;

  DeadLettersController(DeadLetterQueries letters, DeadLetterDecisions decisions) {
    this.letters = letters;
    this.decisions = decisions;
  }

  @Override
  public ResponseEntity<DeadLetterList> listDeadLetters(
      DeadLetterState state,
      @Nullable String consumer,
      @Nullable String eventType,
      @Nullable OffsetDateTime parkedAfter,
      @Nullable OffsetDateTime parkedBefore,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    Paging paging = Paging.of(limit, offset, cursor);
    DeadLetterSelection selection =
        DeadLetterRequests.selection(consumer, eventType, parkedAfter, parkedBefore);
    return ResponseEntity.ok(
        DeadLetterResponses.page(
            letters.list(DeadLetterRequests.state(state), selection, paging, Caller.current())));
  }

  @Override
  public ResponseEntity<DeadLetterResponse> getDeadLetter(String deadLetterId) {
    return answer(HttpStatus.OK, letters.get(DeadLetterRequests.id(deadLetterId)));
  }

  @Override
  public ResponseEntity<DeadLetterResponse> replayDeadLetter(String deadLetterId) {
    return answer(
        HttpStatus.ACCEPTED,
        decisions.replay(DeadLetterRequests.id(deadLetterId), Caller.current()));
  }

  @Override
  public ResponseEntity<ReplayDeadLettersResult> replayDeadLetters(
      ReplayDeadLettersRequest request) {
    Replayed replayed =
        decisions.replay(
            DeadLetterRequests.selection(request),
            DeadLetterRequests.limit(request),
            Caller.current());
    return ResponseEntity.accepted().body(DeadLetterResponses.of(replayed));
  }

  @Override
  public ResponseEntity<DeadLetterResponse> discardDeadLetter(
      String deadLetterId, DiscardDeadLetterRequest request) {
    return answer(
        HttpStatus.OK,
        decisions.discard(
            DeadLetterRequests.id(deadLetterId), request.getReason(), Caller.current()));
  }

  private static ResponseEntity<DeadLetterResponse> answer(HttpStatus status, DeadLetter letter) {
    return ResponseEntity.status(status)
        .eTag(letter.version().tag())
        .body(DeadLetterResponses.of(letter));
  }
}
