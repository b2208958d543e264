package com.faultmaven.messaging.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.messaging.Stored;
import com.faultmaven.testing.IntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Listeners that take, or wait, much longer than the lease. */
@IntegrationTest
@Import({SlowListenersTest.Slow.class, Stored.class})
@TestPropertySource(
    properties = {
      "faultmaven.redelivery.every=50ms",
      "faultmaven.redelivery.backoff=50ms",
      "faultmaven.redelivery.lease=600ms",
      "faultmaven.redelivery.attempts=2",
      "faultmaven.listeners.threads=2",
      "faultmaven.listeners.queue=8"
    })
@DirtiesContext
class SlowListenersTest {

  private static final Duration TEN_LEASES = Duration.ofSeconds(6);

  @Autowired private Slow listener;
  @Autowired private Stored stored;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  @Autowired private ApplicationEventPublisher events;

  /** Each is none of the contract's: the inbox would not keep a second delivery apart. */
  record Task(UUID id) {}

  @Test
  void areNeitherCalledAgainBesideThemselvesNorGivenUp() {
    Task failed = new Task(UUID.randomUUID());
    stored.failed(Slow.ID, Task.class.getName(), "{\"id\":\"" + failed.id() + "\"}");
    await().atMost(20, SECONDS).until(() -> listener.calls(failed) == 1);
    List<Task> fresh = Stream.generate(() -> new Task(UUID.randomUUID())).limit(3).toList();
    fresh.forEach(task -> transactions.executeWithoutResult(_ -> events.publishEvent(task)));
    List<Task> tasks = Stream.concat(Stream.of(failed), fresh.stream()).toList();
    await().atMost(20, SECONDS).until(() -> calls(tasks) == 2);

    await()
        .during(TEN_LEASES)
        .atMost(TEN_LEASES.multipliedBy(3))
        .until(() -> calls(tasks) == 2 && tasks.stream().allMatch(this::isUnderWay));
    listener.release();

    await().atMost(20, SECONDS).until(() -> tasks.stream().noneMatch(this::isStored));
    assertThat(tasks).allMatch(task -> listener.calls(task) == 1);
    assertThat(parked(tasks)).isZero();
  }

  private int calls(List<Task> tasks) {
    return tasks.stream().mapToInt(listener::calls).sum();
  }

  private boolean isUnderWay(Task task) {
    return rows(task, "and status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')") == 1;
  }

  private boolean isStored(Task task) {
    return rows(task, "") > 0;
  }

  private int rows(Task task, String condition) {
    return jdbc.sql(
            "select count(*) from events.event_publication where serialized_event like ? "
                + condition)
        .param("%" + task.id() + "%")
        .query(Integer.class)
        .single();
  }

  private long parked(List<Task> tasks) {
    return tasks.stream()
        .filter(task -> !stored.reasonFor("{\"id\":\"" + task.id() + "\"}").isEmpty())
        .count();
  }

  @Component
  static class Slow {

    static final String ID = "test.slow";

    private final CountDownLatch released = new CountDownLatch(1);
    private final Map<UUID, Integer> calls = new ConcurrentHashMap<>();

    void release() {
      released.countDown();
    }

    int calls(Task task) {
      return calls.getOrDefault(task.id(), 0);
    }

    @ApplicationModuleListener(id = ID)
    void on(Task task) throws InterruptedException {
      calls.merge(task.id(), 1, Integer::sum);
      released.await();
    }
  }
}
