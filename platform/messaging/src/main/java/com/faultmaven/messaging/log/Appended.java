package com.faultmaven.messaging.log;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes a thread that waits for the log to grow as soon as this process has committed an event.
 * What other processes commit is only found by looking.
 */
@Component
public class Appended {

  private final Semaphore news = new Semaphore(0);

  /**
   * One object for all transactions: it is registered with each once, however often it is asked.
   */
  private final TransactionSynchronization announcement =
      new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          announce();
        }
      };

  void announceAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(announcement);
  }

  /** Wakes the thread that waits, or else the next one to wait. */
  public void announce() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** Waits for the next event this process commits; says whether there was one in time. */
  public boolean await(Duration atMost) throws InterruptedException {
    boolean announced = news.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    news.drainPermits();
    return announced;
  }
}
