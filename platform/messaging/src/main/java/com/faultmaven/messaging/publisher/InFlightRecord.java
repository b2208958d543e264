package com.faultmaven.messaging.publisher;

import com.faultmaven.messaging.deadletters.DeadLetterReason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * A record that was handed to the broker.
 *
 * @param answer is there when the broker took it or will not
 */
record InFlightRecord(ProducerRecord<String, byte[]> record, Future<?> answer) {

  /**
   * A producer whose thread died never answers. A new one begins where this one did, so nothing is
   * overtaken.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** One that is not sent; the record is what is kept of it. */
  static InFlightRecord unrenderable(ProducerRecord<String, byte[]> record, Unrenderable failure) {
    return new InFlightRecord(record, CompletableFuture.failedFuture(failure));
  }

  boolean neverLeft() {
    return answer.state() == Future.State.FAILED && rejected(answer.exceptionNow()) == null;
  }

  /**
   * Waits for the broker, for as long as it may take to answer one record.
   *
   * @param mayGoOn is asked every second
   * @return empty if it was taken
   * @throws NotPublished if it was not, but may be later
   */
  Optional<Rejected> await(BooleanSupplier mayGoOn) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        answer.get(1, TimeUnit.SECONDS);
        return Optional.empty();
      } catch (TimeoutException notYet) {
        if (!mayGoOn.getAsBoolean()) {
          throw new NotPublished("This instance is not the leader any more");
        }
        if (deadline - System.nanoTime() < 0) {
          throw new NotPublished(record.topic() + ": no answer for " + PATIENCE, notYet);
        }
      } catch (ExecutionException refused) {
        Throwable failure = answer.exceptionNow();
        Rejected rejected = rejected(failure);
        if (rejected == null) {
          throw new NotPublished(record.topic() + ": " + failure, failure);
        }
        return Optional.of(rejected);
      }
    }
  }

  private @Nullable Rejected rejected(Throwable failure) {
    return switch (failure) {
      case RecordTooLargeException _ ->
          new Rejected(
              record,
              DeadLetterReason.TOO_LARGE,
              "The broker does not take records of %s bytes in this topic."
                  .formatted(record.value().length));
      case Unrenderable none ->
          new Rejected(record, DeadLetterReason.UNRENDERABLE, String.valueOf(none.getMessage()));
      default -> null;
    };
  }
}
