package com.faultmaven.messaging.delivery;

import com.faultmaven.messaging.Inbox;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what is too old to matter for any delivery, little by little. */
@Component
class InboxRetention {

  private static final int AT_ONCE = 1000;

  private final Inbox inbox;
  private final DeliveryFailures failures;
  private final InboxProperties properties;
  private final Clock clock;

  InboxRetention(Inbox inbox, DeliveryFailures failures, InboxProperties properties, Clock clock) {
    this.inbox = inbox;
    this.failures = failures;
    this.properties = properties;
    this.clock = clock;
  }

  /** Every batch is a transaction of its own, so no lock is held for long. */
  @Scheduled(
      initialDelayString = "${faultmaven.inbox.forget-every:PT10M}",
      fixedDelayString = "${faultmaven.inbox.forget-every:PT10M}")
  void forgetWhatIsOld() {
    Instant upTo = clock.instant().minus(properties.retention());
    inBatches(() -> inbox.forget(upTo, AT_ONCE));
    inBatches(() -> failures.forget(upTo, AT_ONCE));
  }

  private static void inBatches(IntSupplier batch) {
    int forgotten;
    do {
      forgotten = batch.getAsInt();
    } while (forgotten == AT_ONCE);
  }
}
