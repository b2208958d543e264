package com.faultmaven.messaging.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.test.context.TestPropertySource;

@IntegrationTest
@Import(FullListenersTest.Stuck.class)
@TestPropertySource(
    properties = {
      "faultmaven.redelivery.every=100ms",
      "faultmaven.listeners.threads=1",
      "faultmaven.listeners.queue=4"
    })
class FullListenersTest {

  @LocalServerPort private int port;
  @Autowired private Stuck listener;
  @Autowired private RejectedDeliveries rejected;

  @Test
  @Timeout(60)
  void putOffWhatTheyHaveNoRoomForAndBotherNobodyWithIt() {
    Api somebody = Api.on(port).asSomebody();
    List<String> cases =
        IntStream.range(0, 20)
            .mapToObj(_ -> somebody.post("/api/v2/cases", "{}").is(201).text("/case_id"))
            .toList();
    assertThat(rejected.count()).isPositive();
    assertThat(Api.on(port).get("/metrics").is(200).body())
        .containsPattern("faultmaven_events_listeners_full_total [1-9]");

    listener.release();
    await().atMost(40, SECONDS).until(() -> listener.has(cases));
  }

  @Component
  static class Stuck {

    private final CountDownLatch released = new CountDownLatch(1);
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    void release() {
      released.countDown();
    }

    boolean has(List<String> cases) {
      return taken.containsAll(cases);
    }

    @ApplicationModuleListener(id = "test.stuck")
    void on(CaseCreatedV2 event) throws InterruptedException {
      released.await();
      taken.add(event.aggregateId());
    }
  }
}
