package com.faultmaven.web.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;

/** Removes answers nobody may ask for any more, little by little. */
class Forgetting {

  private static final int AT_ONCE = 500;

  private final Answers answers;
  private final Clock clock;
  private final Duration retention;

  Forgetting(Answers answers, Clock clock, Duration retention) {
    this.answers = answers;
    this.clock = clock;
    this.retention = retention;
  }

  /** Every batch is a transaction of its own, so no lock is held for long. */
  @Scheduled(
      initialDelayString = "${faultmaven.idempotency.forget-every:PT10M}",
      fixedDelayString = "${faultmaven.idempotency.forget-every:PT10M}")
  void forgetExpired() {
    Instant upTo = clock.instant().minus(retention);
    int forgotten;
    do {
      forgotten = answers.forget(upTo, AT_ONCE);
    } while (forgotten == AT_ONCE);
  }
}
