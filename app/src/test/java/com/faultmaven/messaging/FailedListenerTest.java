package com.faultmaven.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.test.context.TestPropertySource;

/** A fact is kept until its listener takes it. */
@IntegrationTest
@TestPropertySource(properties = "faultmaven.redelivery.every=1h")
@Import(FailedListenerTest.Listener.class)
class FailedListenerTest {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Test
  void keepsAFactWhoseListenerFailed() {
    String failed = open("poison");
    String taken = open("fine");

    await().atMost(10, SECONDS).until(() -> statusesFor(failed).equals(List.of("FAILED")));
    await().atMost(10, SECONDS).until(() -> statusesFor(taken).isEmpty());
    assertThat(statusesFor(failed)).hasSize(1);
  }

  private String open(String title) {
    return Api.on(port)
        .asSomebody()
        .post("/api/v2/cases", "{\"title\":\"" + title + "\"}")
        .is(201)
        .text("/case_id");
  }

  private List<String> statusesFor(String caseId) {
    return jdbc.sql("select status from events.event_publication where serialized_event like ?")
        .param("%" + caseId + "%")
        .query(String.class)
        .list();
  }

  @Component
  static class Listener {

    @ApplicationModuleListener(id = "test.on-case-created")
    void on(CaseCreatedV2 event) {
      if (event.payload().title().equals("poison")) {
        throw new IllegalStateException("a listener that cannot take this event");
      }
    }
  }
}
