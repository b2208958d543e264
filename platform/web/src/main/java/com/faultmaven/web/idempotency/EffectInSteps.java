package com.faultmaven.web.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Work that opens transactions of its own. Its key is stored as running beforehand, for as long as
 * the work may take at most: a retry in that time is rejected as still running, and one after a
 * crash does the work again.
 */
final class EffectInSteps implements Effect {

  /** After which the work is over or its process is gone. */
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final Answers answers;
  private final Clock clock;
  private final Duration retention;

  EffectInSteps(Answers answers, Clock clock, Duration retention) {
    this.answers = answers;
    this.clock = clock;
    this.retention = retention;
  }

  @Override
  public Optional<Answer> of(Digest scope, Digest request, Supplier<Answer> work) {
    Instant now = clock.instant();
    Instant until = now.plus(LONGEST);
    if (!answers.begin(scope, request, now, until, now.minus(retention))) {
      Answers.Recorded known =
          answers.find(scope, now.minus(retention)).orElseThrow(StillRunning::new);
      return Optional.of(known.answerTo(request));
    }
    try {
      Answer answer = work.get();
      if (answer.isSuccess()) {
        answers.finish(scope, until, answer);
      } else {
        answers.abandon(scope, until);
      }
      return Optional.empty();
    } catch (RuntimeException | Error failure) {
      abandon(scope, until, failure);
      throw failure;
    }
  }

  private void abandon(Digest scope, Instant until, Throwable cause) {
    try {
      answers.abandon(scope, until);
    } catch (RuntimeException unreachable) {
      cause.addSuppressed(unreachable);
    }
  }
}
