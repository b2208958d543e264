package com.faultmaven.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RequestThreadsTest {

  private final Queue<Runnable> unbegun = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final RequestThreads threads = new RequestThreads(unbegun::add, 2);

  @Test
  void letOnlySomeWaitToBegin() {
    threads.execute(() -> done.add("first"));
    threads.execute(() -> done.add("second"));
    Thread poller = Thread.startVirtualThread(() -> threads.execute(() -> done.add("third")));
    await().until(() -> poller.getState() == Thread.State.WAITING);
    assertThat(unbegun).hasSize(2);

    unbegun.remove().run();

    await().until(() -> poller.getState() == Thread.State.TERMINATED);
    unbegun.forEach(Runnable::run);
    assertThat(done).containsExactly("first", "second", "third");
  }

  /** One that waits for its client, or for the database, is no reason to let others wait. */
  @Test
  void doNotWaitForWhatHasBegun() {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    RequestThreads one = new RequestThreads(Thread::startVirtualThread, 1);
    one.execute(answer::join);

    CompletableFuture<Void> other = new CompletableFuture<>();
    one.execute(() -> other.complete(null));

    assertThat(other).succeedsWithin(Duration.ofSeconds(10));
    answer.complete(null);
  }

  @Test
  void letOthersRunUnlessTooManyWaitToBegin() {
    assertThat(threads.letOthersRun()).isTrue();
    threads.execute(() -> done.add("first"));
    assertThat(threads.letOthersRun()).isTrue();

    threads.execute(() -> done.add("second"));

    assertThat(threads.letOthersRun()).isFalse();
    unbegun.remove().run();
    assertThat(threads.letOthersRun()).isTrue();
  }

  @Test
  @Timeout(10)
  void areNotFewerWhenOneCannotBeStarted() {
    RequestThreads stopped =
        new RequestThreads(
            _ -> {
              throw new RejectedExecutionException();
            },
            1);

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> stopped.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
    }
  }
}
