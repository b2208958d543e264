package com.faultmaven.messaging.delivery;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads listeners run on: few, with a queue that ends. It stops after the last request has
 * been answered, finishes what runs and leaves what waits: that is stored, and delivered again.
 */
final class ListenerPool implements AsyncTaskExecutor, SmartLifecycle {

  /** Below the web server's, so that it stops later. */
  private static final int PHASE = 0;

  private static final Duration IDLE = Duration.ofMinutes(1);

  private final ListenerProperties properties;
  private final Duration patience;
  private volatile ThreadPoolExecutor threads;

  /**
   * @param patience how long to wait on stopping for what runs
   */
  ListenerPool(ListenerProperties properties, Duration patience) {
    this.properties = properties;
    this.patience = patience;
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

  /**
   * @throws TaskRejectedException if no more can wait
   */
  @Override
  public void execute(Runnable delivery) {
    try {
      threads.execute(delivery);
    } catch (RejectedExecutionException full) {
      throw new TaskRejectedException("No thread and no place to wait for one", full);
    }
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
