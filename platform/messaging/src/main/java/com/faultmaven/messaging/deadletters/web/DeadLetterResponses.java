package com.faultmaven.messaging.deadletters.web;

import com.faultmaven.contracts.cases.v2.model.DeadLetterList;
import com.faultmaven.contracts.cases.v2.model.DeadLetterReason;
import com.faultmaven.contracts.cases.v2.model.DeadLetterResponse;
import com.faultmaven.contracts.cases.v2.model.DeadLetterState;
import com.faultmaven.contracts.cases.v2.model.ReplayDeadLettersResult;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.messaging.deadletters.DeadLetter;
import com.faultmaven.messaging.deadletters.DeadLetterDecisions.Replayed;
import com.faultmaven.messaging.deadletters.Envelope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Shows dead letters in the words of the contract. */
class DeadLetterResponses {

  private DeadLetterResponses() {}

  static DeadLetterList page(Page<DeadLetter> page) {
    return new DeadLetterList()
        .deadLetters(page.rows().stream().map(DeadLetterResponses::of).toList())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  static DeadLetterResponse of(DeadLetter letter) {
    Envelope event = letter.envelope();
    return new DeadLetterResponse(
            letter.id(),
            DeadLetterState.fromValue(letter.state().word()),
            letter.consumer(),
            DeadLetterReason.fromValue(letter.reason().word()),
            letter.detail(),
            letter.attempts(),
            event.eventId(),
            event.eventType(),
            event.schemaVersion(),
            event.aggregateId(),
            event.correlationId(),
            utcOrNull(event.occurredAt()),
            letter.parkedAt().atOffset(ZoneOffset.UTC),
            utcOrNull(letter.settledAt()),
            letter.settledBy(),
            letter.discardReason(),
            letter.version().value())
        .content(letter.content());
  }

  static ReplayDeadLettersResult of(Replayed replayed) {
    return new ReplayDeadLettersResult(replayed.replayed(), replayed.remaining());
  }

  private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
