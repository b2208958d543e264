package com.faultmaven.messaging.delivery;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads listeners run on: few, with a queue that ends. A delivery there is no room for is
 * called at once, on the thread that brought it, only to put itself off: that is no failure of the
 * publisher of the event. The pool stops after the last request has been answered, finishes what
 * runs and leaves what waits: that is stored, and delivered again.
 */
final class ListenerPool implements AsyncTaskExecutor, SmartLifecycle {

  /** Below the web server's, so that it stops later. */
  private static final int PHASE = 0;

  private static final Duration IDLE = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(ListenerPool.class);
  private static final ScopedValue<Boolean> FULL = ScopedValue.newInstance();

  private final ListenerProperties properties;
  private final Duration patience;
  private final Runnable handOver;
  private volatile ThreadPoolExecutor threads;

  /**
   * @param patience how long to wait on stopping for what runs
   * @param handOver done with what waits when nothing runs any more
   */
  ListenerPool(ListenerProperties properties, Duration patience, Runnable handOver) {
    this.properties = properties;
    this.patience = patience;
    this.handOver = handOver;
    threads = open();
  }

  private ThreadPoolExecutor open() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            properties.threads(),
            properties.threads(),
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(properties.queue()),
            new CustomizableThreadFactory("listener-"));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Whether this delivery is called without a thread of its own, and has to be put off. */
  static boolean isFull() {
    return FULL.isBound();
  }

  @Override
  public void execute(Runnable delivery) {
    try {
      threads.execute(delivery);
    } catch (RejectedExecutionException full) {
      putOff(delivery);
    } catch (Error failure) {
      log.error("No thread could be started for a listener", failure);
      putOff(delivery);
    }
  }

  private static void putOff(Runnable delivery) {
    ScopedValue.where(FULL, true).run(delivery);
  }

  @Override
  public void start() {
    if (threads.isShutdown()) {
      threads = open();
    }
  }

  @Override
  public void stop() {
    threads.getQueue().clear();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    handOver.run();
  }

  @Override
  public boolean isRunning() {
    return !threads.isShutdown();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
