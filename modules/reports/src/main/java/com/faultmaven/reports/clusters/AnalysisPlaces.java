package com.faultmaven.reports.clusters;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets one analysis for every two processors go on at a time, so that others are served too. */
@Component
class AnalysisPlaces {

  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  /**
   * Does something when there is a place.
   *
   * @throws TooManyAnalyses if there is none in two seconds
   */
  <T> T inOne(Supplier<T> work) {
    try {
      if (!places.tryAcquire(TooManyAnalyses.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw TooManyAnalyses.now();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw TooManyAnalyses.now();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
