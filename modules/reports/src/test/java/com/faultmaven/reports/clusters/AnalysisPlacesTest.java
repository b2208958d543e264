package com.faultmaven.reports.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.faultmaven.kernel.CommonProblem;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AnalysisPlacesTest {

  private static final int HALF = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final AnalysisPlaces places = new AnalysisPlaces();

  @Test
  void areOneForEveryTwoProcessorsAndFreeAgainAfterwards() throws InterruptedException {
    CountDownLatch working = new CountDownLatch(HALF);
    CountDownLatch done = new CountDownLatch(1);
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int other = 0; other < HALF; other++) {
        others.submit(() -> places.inOne(() -> waiting(working, done)));
      }
      working.await();

      TooManyAnalyses refused =
          catchThrowableOfType(TooManyAnalyses.class, () -> places.inOne(() -> "in vain"));
      assertThat(refused.type()).isEqualTo(CommonProblem.RATE_LIMITED);
      assertThat(refused.headers()).containsEntry("Retry-After", "2");
      done.countDown();
    }
    assertThat(places.<String>inOne(() -> "done")).isEqualTo("done");
  }

  private static boolean waiting(CountDownLatch working, CountDownLatch done) {
    working.countDown();
    try {
      done.await();
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
