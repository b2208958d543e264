package com.faultmaven.identity.passwords;

import com.faultmaven.web.limits.Work;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Turns at work that keeps a processor busy for long. It is done on threads of its own: requests
 * have virtual ones, of which none gives way to another before it waits for something. Who waits
 * for a turn keeps no place from other requests meanwhile, and only so many wait.
 */
final class Turns implements AutoCloseable {

  private final ThreadPoolExecutor threads;
  private final Duration patience;

  /**
   * @param atOnce how many have their turn at once
   * @param waiting how many more may wait for theirs
   * @param patience how long they wait at most
   */
  Turns(int atOnce, int waiting, Duration patience) {
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().name("passwords-", 0).daemon().factory());
    this.patience = patience;
  }

  /**
   * Goes on if somebody who comes now may wait, so that who may not has cost nothing.
   *
   * @throws HashingBusy otherwise
   */
  void requireRoom() {
    if (threads.getQueue().remainingCapacity() == 0) {
      throw new HashingBusy();
    }
  }

  /**
   * Does something when its turn has come.
   *
   * @throws HashingBusy if that is too late, or too many wait already
   */
  <T> T take(Callable<T> work) {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    FutureTask<T> turn =
        new FutureTask<>(
            () -> {
              begun.complete(null);
              return work.call();
            });
    try {
      threads.execute(turn);
    } catch (RejectedExecutionException full) {
      throw new HashingBusy();
    }
    Work.pause(() -> await(begun, turn));
    return result(turn);
  }

  int atWork() {
    return threads.getActiveCount();
  }

  int waiting() {
    return threads.getQueue().size();
  }

  private void await(CompletableFuture<Void> begun, FutureTask<?> turn) {
    try {
      begun.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      turn.get();
    } catch (TimeoutException late) {
      giveUp(turn);
    } catch (ExecutionException failed) {
      // told by the result
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      giveUp(turn);
    }
  }

  private void giveUp(FutureTask<?> turn) {
    turn.cancel(false);
    threads.remove(turn);
    throw new HashingBusy();
  }

  private static <T> T result(FutureTask<T> turn) {
    return switch (turn.state()) {
      case SUCCESS -> turn.resultNow();
      case FAILED -> throw unchecked(turn.exceptionNow());
      case RUNNING, CANCELLED -> throw new HashingBusy();
    };
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
