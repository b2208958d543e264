package com.faultmaven.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * What gauges show of the database. It is asked every five seconds at most and by one thread at a
 * time, and nobody waits for its answer longer than half a second: one that is slow or away neither
 * blocks nor fails a scrape.
 *
 * @param <T> what is measured, all at once
 */
public final class Measurement<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Measurement.class);
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int WAIT_MILLIS = 500;

  private final String name;
  private final Supplier<T> question;
  private final Clock clock;
  private Instant askedAt = Instant.MIN;
  private CompletableFuture<Optional<T>> answer =
      CompletableFuture.completedFuture(Optional.empty());

  /**
   * @param name what the log calls it
   */
  public Measurement(String name, Supplier<T> question, Clock clock) {
    this.name = name;
    this.question = question;
    this.clock = clock;
  }

  /** A part of what was measured last; not a number while there is no answer. */
  public double value(ToDoubleFunction<T> part) {
    return latest().map(part::applyAsDouble).orElse(Double.NaN);
  }

  private synchronized Optional<T> latest() {
    Instant now = clock.instant();
    if (askedAt.isBefore(now.minus(FRESH))) {
      askedAt = now;
      if (answer.isDone()) {
        answer = CompletableFuture.supplyAsync(this::ask, Thread::startVirtualThread);
      }
      return answer
          .copy()
          .completeOnTimeout(Optional.empty(), WAIT_MILLIS, TimeUnit.MILLISECONDS)
          .join();
    }
    return answer.getNow(Optional.empty());
  }

  private Optional<T> ask() {
    try {
      return Optional.of(question.get());
    } catch (RuntimeException e) {
      LOG.warn(
          "{} could not be measured: {}",
          name,
          NestedExceptionUtils.getMostSpecificCause(e).toString());
      return Optional.empty();
    }
  }
}
