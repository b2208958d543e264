package com.faultmaven.status.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.status.page.PageNotFound;
import com.faultmaven.status.web.page.Copies.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;

class CopiesTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong(7);
  private final Copies copies = new Copies(nanos::get);

  @Test
  void areMadeAnewForEachWhoAsks() {
    assertThat(copies.get("a", copy("one")).copy().content()).isEqualTo("one");
    assertThat(copies.get("a", copy("two")).copy().content()).isEqualTo("two");
  }

  @Test
  void areWhatIsLeftWhileTheDatabaseIsAway() {
    copies.get("a", copy("good"));

    Found old = copies.get("a", failing(new DataAccessResourceFailureException("away")));

    assertThat(old.copy().content()).isEqualTo("good");
    assertThat(old.old()).isTrue();
  }

  @Test
  void askADatabaseThatIsAwayNoMoreThanEveryTwoSeconds() {
    copies.get("a", copy("good"));
    copies.get("a", failing(new DataAccessResourceFailureException("away")));

    assertThat(copies.get("a", failing(new AssertionError("asked"))).old()).isTrue();
    assertThatThrownBy(() -> copies.get("never seen", failing(new AssertionError("asked"))))
        .isInstanceOf(PageUnavailable.class);

    nanos.addAndGet(2 * SECOND);
    assertThat(copies.get("a", copy("back")).old()).isFalse();
  }

  @Test
  void leaveOthersAloneWhereOnePageIsSlow() {
    copies.get("a", copy("good"));
    assertThat(copies.get("a", failing(new QueryTimeoutException("slow"))).old()).isTrue();
    assertThat(copies.get("b", copy("fine")).old()).isFalse();
  }

  @Test
  void hideNothingButOutages() {
    copies.get("a", copy("good"));
    assertThatThrownBy(() -> copies.get("a", failing(PageNotFound.here())))
        .isInstanceOf(PageNotFound.class);
    assertThatThrownBy(() -> copies.get("a", failing(new IllegalStateException("a bug"))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> copies.get("none", failing(new DataAccessResourceFailureException("away"))))
        .isInstanceOf(DataAccessResourceFailureException.class);
  }

  @Test
  void areForgottenWhenThereIsNothingToShowAnyMore() {
    copies.get("a", copy("public"));
    assertThatThrownBy(() -> copies.get("a", failing(PageNotFound.here())))
        .isInstanceOf(PageNotFound.class);
    assertThatThrownBy(
            () -> copies.get("a", failing(new DataAccessResourceFailureException("away"))))
        .isInstanceOf(DataAccessResourceFailureException.class);
  }

  @Test
  void areSharedByAllWhoWaitAndOlderThanNobodysQuestion()
      throws InterruptedException, ExecutionException {
    AtomicInteger made = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Found> first =
          visitors.submit(
              () ->
                  copies.get(
                      "a",
                      () -> {
                        begun.countDown();
                        await(go);
                        return copy("edition " + made.incrementAndGet()).get();
                      }));
      begun.await();
      List<Thread> waiting = new ArrayList<>();
      List<Found> found = java.util.Collections.synchronizedList(new ArrayList<>());
      for (int visitor = 0; visitor < 50; visitor++) {
        waiting.add(
            Thread.startVirtualThread(
                () ->
                    found.add(
                        copies.get("a", () -> copy("edition " + made.incrementAndGet()).get()))));
      }
      org.awaitility.Awaitility.await()
          .until(() -> waiting.stream().allMatch(it -> it.getState() == Thread.State.WAITING));
      go.countDown();
      for (Thread visitor : waiting) {
        visitor.join();
      }
      assertThat(first.get().copy().content()).isEqualTo("edition 1");
      assertThat(found).hasSize(50);
      assertThat(found).extracting(it -> it.copy().content()).containsOnly("edition 2");
    }
    assertThat(made).hasValue(2);
  }

  @Test
  void areNoMoreThanThereIsRoomFor() {
    String megabytes = "x".repeat(4 * 1024 * 1024);
    for (int address = 0; address < 20; address++) {
      copies.get("a" + address, copy(megabytes));
    }
    assertThat(copies.kept()).isLessThanOrEqualTo(4);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  private static Supplier<Copy> copy(String content) {
    return () -> Copy.of(MediaType.TEXT_PLAIN, content, Instant.EPOCH);
  }

  private static Supplier<Copy> failing(Throwable failure) {
    return () -> {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    };
  }
}
