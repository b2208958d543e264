package com.faultmaven.web.ratelimits;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who take of one limit at once, from several processes. */
final class Race {

  /** So often that what happens now and then happens. */
  static final int OFTEN = 200;

  private Race() {}

  /** How many are granted if each of some threads in each process takes so many times. */
  static int granted(List<RateLimits> processes, int threads, int times, Limit limit, String key)
      throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> counts = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (RateLimits process : processes) {
        for (int thread = 0; thread < threads; thread++) {
          counts.add(
              callers.submit(
                  () -> {
                    start.await();
                    int granted = 0;
                    for (int i = 0; i < times; i++) {
                      granted += process.take(limit, key).granted() ? 1 : 0;
                    }
                    return granted;
                  }));
        }
      }
      start.countDown();
    }
    int granted = 0;
    for (Future<Integer> count : counts) {
      granted += count.get();
    }
    return granted;
  }
}
