package com.faultmaven.events;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.events.CaseCreatedV2;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@TestPropertySource(
    properties = {"faultmaven.redelivery.every=100ms", "faultmaven.redelivery.backoff=100ms"})
@Import(RedeliveryTest.Moody.class)
class RedeliveryTest {

  @LocalServerPort private int port;
  @Autowired private Moody listener;
  @Autowired private JdbcClient jdbc;

  @Test
  void deliversAgainWhatFailedUntilItIsTaken() {
    Answer created =
        Api.on(port).asSomebody().post("/api/v2/cases", "{\"title\":\"fails twice\"}").is(201);

    await().atMost(20, SECONDS).until(() -> listener.deliveriesOf(created) == 3);
    await().atMost(10, SECONDS).until(() -> storedFor(created) == 0);
  }

  @Test
  void deliversWhatAProcessThatDiedLeftUnderWay() {
    Answer created = Api.on(port).asSomebody().post("/api/v2/cases", "{\"title\":\"t\"}").is(201);
    await().atMost(10, SECONDS).until(() -> storedFor(created) == 0);
    leaveUnderWay(created);

    await().atMost(20, SECONDS).until(() -> listener.deliveriesOf(created) == 2);
    await().atMost(10, SECONDS).until(() -> storedFor(created) == 0);
  }

  /** What remains of a publication when the process is killed inside the listener. */
  private void leaveUnderWay(Answer created) {
    jdbc.sql(
            """
            insert into events.event_publication
              (id, listener_id, event_type, serialized_event, publication_date, status,
               completion_attempts)
            values (gen_random_uuid(), 'test.moody', ?, ?, now() - interval '5 minutes',
              'PROCESSING', 1)
            """)
        .params(CaseCreatedV2.class.getName(), listener.serialized(created))
        .update();
  }

  private int storedFor(Answer created) {
    return jdbc.sql(
            """
            select count(*) from events.event_publication
            where listener_id = 'test.moody' and serialized_event like ?
            """)
        .param("%" + created.text("/case_id") + "%")
        .query(Integer.class)
        .single();
  }

  @Component
  static class Moody {

    private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();
    private final Map<String, CaseCreatedV2> events = new ConcurrentHashMap<>();

    int deliveriesOf(Answer created) {
      return deliveries.getOrDefault(created.text("/case_id"), 0);
    }

    String serialized(Answer created) {
      return new JsonMapper().writeValueAsString(events.get(created.text("/case_id")));
    }

    @ApplicationModuleListener(id = "test.moody")
    void on(CaseCreatedV2 event) {
      events.put(event.aggregateId(), event);
      int delivery = deliveries.merge(event.aggregateId(), 1, Integer::sum);
      if (event.payload().title().equals("fails twice") && delivery < 3) {
        throw new IllegalStateException("not now");
      }
    }
  }
}
