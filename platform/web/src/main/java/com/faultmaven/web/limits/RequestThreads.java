package com.faultmaven.web.limits;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * A virtual thread for each request: one that waits for its client holds no thread others need.
 * Only some wait for a processor to begin on, and the server's poller waits with them. Threads take
 * turns: a request whose statement the database has answered waits behind all that have just come,
 * once for each statement. Behind many that are refused, nothing would be done.
 */
final class RequestThreads implements Executor {

  private final Executor threads;
  private final Semaphore unbegun;

  /**
   * @param threads has a thread for each request
   * @param most how many wait to begin
   */
  RequestThreads(Executor threads, int most) {
    this.threads = threads;
    this.unbegun = new Semaphore(most);
  }

  /**
   * Lets the threads of other requests run before the calling one, which counts as one that waits
   * to begin. Not if too many do: the poller is served first.
   *
   * @return whether they have had their turn
   */
  boolean letOthersRun() {
    if (unbegun.hasQueuedThreads() || !unbegun.tryAcquire()) {
      return false;
    }
    try {
      Thread.yield();
      return true;
    } finally {
      unbegun.release();
    }
  }

  @Override
  public void execute(Runnable request) {
    unbegun.acquireUninterruptibly();
    try {
      threads.execute(
          () -> {
            unbegun.release();
            request.run();
          });
    } catch (RuntimeException | Error notStarted) {
      unbegun.release();
      throw notStarted;
    }
  }
}
