package com.faultmaven.casesv1;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.cases.events.CaseClosedV1;
import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.contracts.cases.events.CaseStatusChangedV1;
import com.faultmaven.contracts.cases.events.CaseUpdatedV1;
import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** A change through version 1 is the same facts. */
@ModuleTest
class EventsOfV1Test {

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;

  @Test
  void publishTheEndOfACaseThatIsClosed() {
    Api api = Api.on(port).asSomebody();
    try (RecordedEvents events = RecordedEvents.of(context)) {
      String path = "/api/v1/cases/" + api.post("/api/v1/cases", "{}").is(201).text("/case_id");
      api.put(path, "{\"status\":\"closed\",\"title\":\"over\"}").is(200);
      api.put(path, "{\"status\":\"active\"}").is(200);

      assertThat(events.all())
          .extracting(event -> (Object) event.getClass())
          .containsExactly(
              CaseCreatedV2.class,
              CaseUpdatedV1.class,
              CaseStatusChangedV1.class,
              CaseClosedV1.class,
              CaseStatusChangedV1.class);
      assertThat(events.all())
          .extracting(ContractEvent::aggregateVersion)
          .containsExactly(1L, 2L, 3L, 4L, 5L);
      assertThat(events.ofType(CaseClosedV1.class).getFirst().payload().reason()).isNull();
    }
  }
}
