package com.faultmaven.messaging.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.App;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.OnTestDatabase;
import com.faultmaven.testing.TestDatabase;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Two processes, of which one ends; no lease expires while this runs. */
@IntegrationTest
@Import(HandedOverTest.Slow.class)
@TestPropertySource(
    properties = {
      HandedOverTest.LEASE,
      "faultmaven.redelivery.every=100ms",
      "faultmaven.redelivery.backoff=50ms"
    })
@DirtiesContext
class HandedOverTest {

  static final String LEASE = "faultmaven.redelivery.lease=1h";

  @Autowired private Slow staying;

  /** Is none of the contract's: the inbox would not keep a second delivery apart. */
  record Task(UUID id) {}

  @Test
  void whatWaitsInAProcessThatEndsIsTakenByAnotherAtOnce() throws Exception {
    staying.release();
    try (ConfigurableApplicationContext ending = start()) {
      Slow listener = ending.getBean(Slow.class);
      ListenerPool pool = ending.getBean("listenerPool", ListenerPool.class);
      Task running = publish(ending);
      await().atMost(20, SECONDS).until(() -> listener.taken().contains(running));
      List<Task> waiting = Stream.generate(() -> publish(ending)).limit(3).toList();

      CompletableFuture<Void> end = CompletableFuture.runAsync(ending::close);
      await().atMost(20, SECONDS).until(() -> !pool.isRunning());
      listener.release();
      end.get(30, SECONDS);

      await().atMost(20, SECONDS).until(() -> staying.taken().containsAll(waiting));
      assertThat(staying.taken()).containsExactlyInAnyOrderElementsOf(waiting);
      assertThat(listener.taken()).containsExactly(running);
    }
  }

  /** It never delivers again: what other tests have left would keep its only thread busy. */
  private static ConfigurableApplicationContext start() {
    return SpringApplication.run(
        new Class<?>[] {App.class, Slow.class},
        new String[] {
          "--server.port=0",
          "--" + OnTestDatabase.SECRET,
          "--spring.datasource.url=" + TestDatabase.jdbcUrl(),
          "--" + LEASE,
          "--faultmaven.redelivery.every=1h",
          "--faultmaven.listeners.threads=1"
        });
  }

  private static Task publish(ConfigurableApplicationContext process) {
    Task task = new Task(UUID.randomUUID());
    process
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(_ -> process.publishEvent(task));
    return task;
  }

  @Component
  static class Slow {

    private final CountDownLatch released = new CountDownLatch(1);
    private final Queue<Task> taken = new ConcurrentLinkedQueue<>();

    void release() {
      released.countDown();
    }

    List<Task> taken() {
      return List.copyOf(taken);
    }

    @ApplicationModuleListener(id = "test.handed-over")
    void on(Task task) throws InterruptedException {
      taken.add(task);
      released.await();
    }
  }
}
