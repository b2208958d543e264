package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What one caller can ask for at once fits into the memory of a process. */
class LargeAnswersTest {

  private static final int ATTEMPTS = 50;
  private static final long A_PAGE_OF_MESSAGES = 100L * 50_000 * 4;
  private static final long A_PAGE_OF_CASES = 100L * (16_000 + 40_000);
  private static final String MANY_PARTS =
      "{\"metadata\":{\"a\":[" + "{},".repeat(340_000) + "{}]}}";

  @Test
  void fitIntoTheHeapManyAtATime() throws Exception {
    try (Database database = new Database();
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Instance instance = database.newInstance(ATTEMPTS).awaitReady();
      String caseId = instance.api().open("certain");
      database.largeRows().addTo(caseId);
      String messages = "/api/v2/cases/" + caseId + "/messages?limit=100";
      long start = System.nanoTime();

      List<Callable<Long>> readers = new ArrayList<>();
      for (int n = 0; n < 12; n++) {
        readers.add(() -> instance.api().bytes(messages));
      }
      for (int n = 0; n < 6; n++) {
        readers.add(() -> instance.api().bytes("/api/v2/cases?limit=100"));
      }
      List<Future<Integer>> refused = new ArrayList<>();
      for (int n = 0; n < 16; n++) {
        refused.add(callers.submit(() -> instance.api().statusOf(MANY_PARTS)));
      }
      List<Future<Long>> read = callers.invokeAll(readers);

      for (Future<Long> page : read.subList(0, 12)) {
        assertThat(page.get()).isGreaterThan(A_PAGE_OF_MESSAGES);
      }
      for (Future<Long> page : read.subList(12, 18)) {
        assertThat(page.get()).isGreaterThan(A_PAGE_OF_CASES);
      }
      for (Future<Integer> answer : refused) {
        assertThat(answer.get()).isIn(400, 503);
      }
      assertThat(instance.api().isReady()).isTrue();
      System.out.printf(
          "18 pages of %d MB in %d s; %d MB live on the heap%n",
          read.stream().mapToLong(Future::resultNow).sum() >> 20,
          Duration.ofNanos(System.nanoTime() - start).toSeconds(),
          Heap.megabytes(instance));
    }
  }
}
