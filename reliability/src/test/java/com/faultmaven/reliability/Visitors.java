package com.faultmaven.reliability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Open, read and change cases and send letters about them, begin sessions, report what they see,
 * publish incidents, and remember each request that was not answered as promised.
 */
final class Visitors implements AutoCloseable {

  private static final int VISITORS = 6;

  private final ExecutorService threads = Executors.newFixedThreadPool(VISITORS);
  private final List<CompletableFuture<Void>> visits = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger served = new AtomicInteger();
  private final Api api;
  private final String service;
  private volatile boolean leaving;

  Visitors(Api api) throws IOException, InterruptedException {
    this.api = api;
    this.service = api.publishService("Shop");
    for (int n = 0; n < VISITORS; n++) {
      visits.add(CompletableFuture.runAsync(this::stay, threads));
    }
  }

  private void stay() {
    while (!leaving) {
      try {
        visit();
      } catch (IOException | IllegalStateException failure) {
        failures.add(failure.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void visit() throws IOException, InterruptedException {
    String id = api.open("certain");
    served.incrementAndGet();
    api.say(id, "Still slow in Frankfurt.");
    served.incrementAndGet();
    api.retitle(id, "certain, again");
    served.incrementAndGet();
    if (api.bytes("/api/v2/cases/" + id) > 0) {
      served.incrementAndGet();
    }
    if (!api.begin().isEmpty()) {
      served.incrementAndGet();
    }
    api.resolve(api.publishIncident("Still slow in Frankfurt", service));
    served.addAndGet(2);
    if (!api.report().isEmpty()) {
      served.incrementAndGet();
    }
    api.sendLetter(id, "works@works.dev");
    served.incrementAndGet();
  }

  int served() {
    return served.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Waits for the answers that are still to come. */
  void leave() {
    leaving = true;
    visits.forEach(CompletableFuture::join);
  }

  @Override
  public void close() {
    leaving = true;
    threads.shutdownNow();
  }
}
