package com.faultmaven.edge.idempotency;

import com.faultmaven.edge.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Work that has its effect once, however often it is asked for. */
class OneEffect {

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

  /**
   * Does the work in a transaction and records its answer there if it is a success; anything else
   * is undone and forgotten.
   *
   * @return the answer given earlier, in which case the work was not done
   * @throws StillRunning if somebody is doing it right now
   * @throws KeyReused if the scope belongs to another request
   */
  Optional<Answer> of(Digest scope, Digest request, Supplier<Answer> work) {
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
      return Optional.of(earlier.get()).map(recorded -> sameRequest(recorded, request));
    }
    Answer answer = work.get();
    if (answer.isSuccess()) {
      answers.record(scope, Caller.current().userId(), request, answer, now);
    } else {
      transaction.setRollbackOnly();
    }
    return Optional.empty();
  }

  private static Answer sameRequest(Answers.Recorded recorded, Digest request) {
    if (!recorded.request().equals(request)) {
      throw new KeyReused();
    }
    return recorded.answer();
  }
}
