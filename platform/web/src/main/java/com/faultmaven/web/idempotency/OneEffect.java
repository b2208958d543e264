package com.faultmaven.web.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Work in one transaction with the record of its answer; what is no success is undone. */
final class OneEffect implements Effect {

  private final Answers answers;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Duration retention;

  OneEffect(Answers answers, TransactionOperations transactions, Clock clock, Duration retention) {
    this.answers = answers;
    this.transactions = transactions;
    this.clock = clock;
    this.retention = retention;
  }

  @Override
  public Optional<Answer> of(Digest scope, Digest request, Supplier<Answer> work) {
    return transactions.execute(transaction -> within(transaction, scope, request, work));
  }

  private Optional<Answer> within(
      TransactionStatus transaction, Digest scope, Digest request, Supplier<Answer> work) {
    if (!answers.lock(scope)) {
      throw new StillRunning();
    }
    Instant now = clock.instant();
    Optional<Answers.Recorded> earlier = answers.find(scope, now.minus(retention));
    if (earlier.isPresent()) {
      return Optional.of(earlier.get().answerTo(request));
    }
    Answer answer = work.get();
    if (answer.isSuccess()) {
      answers.record(scope, request, answer, now);
    } else {
      transaction.setRollbackOnly();
    }
    return Optional.empty();
  }
}
