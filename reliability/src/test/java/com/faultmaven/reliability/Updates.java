package com.faultmaven.reliability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Changes cases from many sides and through several instances at a time: a handful of changes to
 * one case, then to the next one. Every fourth is a message. An instance that is gone is left out.
 */
final class Updates implements AutoCloseable {

  private static final int SIDES = 16;
  private static final int IN_A_ROW = 8;
  private static final int MESSAGE_ONCE_IN = 4;

  private final ExecutorService sides = Executors.newFixedThreadPool(SIDES);
  private final List<Future<?>> work = new ArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final List<Instance> instances;
  private final List<String> cases;
  private final int most;
  private volatile boolean stopped;

  /**
   * Begins.
   *
   * @param most how many to send, if not stopped before
   */
  Updates(List<Instance> instances, List<String> cases, int most) {
    this.instances = new CopyOnWriteArrayList<>(instances);
    this.cases = cases;
    this.most = most;
    for (int i = 0; i < SIDES; i++) {
      work.add(CompletableFuture.runAsync(this::sendInTurn, sides));
    }
  }

  /** Opens cases to change. */
  static List<String> cases(Instance instance, int number)
      throws IOException, InterruptedException {
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      cases.add(instance.api().open("valid"));
    }
    return cases;
  }

  private void sendInTurn() {
    for (int n = begun.getAndIncrement(); n < most && !stopped; n = begun.getAndIncrement()) {
      List<Instance> now = List.copyOf(instances);
      Instance instance = now.get(n % now.size());
      try {
        send(n, cases.get(n / IN_A_ROW % cases.size()), instance.api());
        answered.incrementAndGet();
      } catch (IOException gone) {
        instances.remove(instance);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static void send(int n, String caseId, Api api) throws IOException, InterruptedException {
    if (n % MESSAGE_ONCE_IN == 0) {
      api.say(caseId, "message " + n);
    } else {
      api.retitle(caseId, "title " + n);
    }
  }

  /** Another one takes part. */
  void add(Instance instance) {
    instances.add(instance);
  }

  int answered() {
    return answered.get();
  }

  /** Waits for all of them; an answer other than the promised one fails it. */
  void join() throws ExecutionException, InterruptedException {
    for (Future<?> side : work) {
      side.get();
    }
  }

  /** Sends no more, and waits for the answers that are still to come. */
  void stop() throws ExecutionException, InterruptedException {
    stopped = true;
    join();
  }

  @Override
  public void close() {
    stopped = true;
    sides.close();
  }
}
