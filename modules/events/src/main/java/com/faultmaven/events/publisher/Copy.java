package com.faultmaven.events.publisher;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * A record that was handed to the broker.
 *
 * @param answer is there when the broker took it or will not
 */
record Copy(ProducerRecord<String, byte[]> record, Future<?> answer) {

  boolean neverLeft() {
    return answer.state() == Future.State.FAILED && !isTooLarge(answer.exceptionNow());
  }

  /**
   * Waits for the broker, however long that takes.
   *
   * @param mayGoOn is asked every second
   * @return whether it was taken; false if it is too large to be, ever
   * @throws NotPublished if it failed for any other reason, or must not be waited for any longer
   */
  boolean await(BooleanSupplier mayGoOn) throws InterruptedException {
    while (true) {
      try {
        answer.get(1, TimeUnit.SECONDS);
        return true;
      } catch (TimeoutException notYet) {
        if (!mayGoOn.getAsBoolean()) {
          throw new NotPublished("The turn of this instance is over");
        }
      } catch (ExecutionException refused) {
        Throwable failure = answer.exceptionNow();
        if (isTooLarge(failure)) {
          return false;
        }
        throw new NotPublished(record.topic() + ": " + failure, failure);
      }
    }
  }

  private static boolean isTooLarge(Throwable failure) {
    return failure instanceof RecordTooLargeException;
  }
}
