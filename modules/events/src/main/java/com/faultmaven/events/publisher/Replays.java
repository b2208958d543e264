package com.faultmaven.events.publisher;

import com.faultmaven.events.WithBroker;
import com.faultmaven.events.publisher.Refused.Replay;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends again what the broker once refused and an operator has replayed. */
@WithBroker
@Component
class Replays {

  private static final int AT_A_TIME = 20;

  private final Refused refused;
  private final TransactionTemplate transaction;
  private final PublisherProperties properties;
  private long last = System.nanoTime();

  Replays(Refused refused, TransactionTemplate transaction, PublisherProperties properties) {
    this.refused = refused;
    this.transaction = transaction;
    this.properties = properties;
  }

  /** Looks from time to time; one that is refused again is a new dead letter. */
  void publish(Broker broker, BooleanSupplier mayGoOn) throws InterruptedException {
    if (System.nanoTime() - last < properties.stand().toNanos()) {
      return;
    }
    last = System.nanoTime();
    for (Replay replay : refused.replays(AT_A_TIME)) {
      boolean taken = new Copy(replay.record(), broker.send(replay.record())).await(mayGoOn);
      transaction.executeWithoutResult(
          status -> {
            if (!taken) {
              refused.park(replay.record());
            }
            refused.settled(replay);
          });
    }
  }
}
