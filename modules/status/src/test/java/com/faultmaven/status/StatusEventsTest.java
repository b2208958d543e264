package com.faultmaven.status;

import static com.faultmaven.status.Organization.INCIDENTS;
import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.service;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.contracts.status.events.IncidentOpenedV1;
import com.faultmaven.contracts.status.events.IncidentResolvedV1;
import com.faultmaven.contracts.status.events.IncidentUpdatedV1;
import com.faultmaven.contracts.status.events.ServiceStatusChangedV1;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@ModuleTest
class StatusEventsTest {

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  private RecordedEvents events;
  private Api operator;
  private String payments = "";

  @BeforeEach
  void record() {
    events = RecordedEvents.of(context);
    operator = Organization.on(port).member().with("X-User-Roles", "[\"operator\"]");
    payments = service(operator, "Payments");
  }

  @AfterEach
  void stop() {
    events.close();
  }

  @Test
  void tellWhatHappensToAnIncidentInOrder() {
    String path = incident(operator, "high", payments);
    operator.patch(path, "{\"status\":\"identified\",\"message\":\"The disk.\"}").is(200);
    operator.post(path + "/updates", "{\"message\":\"Waiting.\"}").is(201);
    operator.post(path + "/resolve", "{}").is(200);
    operator.patch(path, "{\"title\":\"Was slow\"}").is(200);

    assertThat(about(path))
        .extracting(it -> it.eventType() + " " + it.aggregateVersion())
        .containsExactly(
            "incident.opened 1",
            "incident.updated 2",
            "incident.updated 3",
            "incident.resolved 4",
            "incident.updated 5");
    assertThat(events.ofType(IncidentOpenedV1.class).getLast().payload().impacts())
        .containsEntry(id(payments), "partial_outage");
    assertThat(events.ofType(IncidentUpdatedV1.class).getFirst().payload())
        .satisfies(it -> assertThat(it.fromStatus()).isEqualTo("investigating"))
        .satisfies(it -> assertThat(it.toStatus()).isEqualTo("identified"))
        .satisfies(it -> assertThat(requireNonNull(it.update()).message()).isEqualTo("The disk."));
    assertThat(events.ofType(IncidentUpdatedV1.class).getLast().payload().changes())
        .containsExactly(Map.entry("title", "Was slow"));
  }

  @Test
  void tellTheEndAloneUnlessMoreChangedWithIt() {
    String path = incident(operator, "high", payments);
    operator.patch(path, "{\"status\":\"identified\"}").is(200);
    operator.patch(path, "{\"status\":\"monitoring\"}").is(200);
    operator.patch(path, "{\"status\":\"resolved\",\"title\":\"Over\"}").is(200);

    assertThat(about(path))
        .extracting(it -> it.eventType() + " " + it.aggregateVersion())
        .endsWith("incident.updated 4", "incident.resolved 5");
    assertThat(events.ofType(IncidentResolvedV1.class).getLast().payload().message())
        .isEqualTo("Incident resolved.");
  }

  @Test
  void tellABackfilledOneByItsEndAlone() {
    String path =
        operator
            .post(
                INCIDENTS,
                """
                {"title": "t", "severity": "low", "service_ids": ["%s"],
                 "started_at": "2026-03-01T08:00:00Z", "resolved_at": "2026-03-01T09:00:00Z"}
                """
                    .formatted(id(payments)))
            .is(201)
            .header("Location");

    assertThat(about(path))
        .extracting(ContractEvent::eventType)
        .containsExactly("incident.resolved");
    assertThat(events.ofType(IncidentResolvedV1.class).getLast().payload())
        .satisfies(it -> assertThat(it.backfilled()).isTrue())
        .satisfies(it -> assertThat(it.durationSeconds()).isEqualTo(3600));
  }

  @Test
  void tellWhatHappensToAService() {
    String path = incident(operator, "high", payments);
    operator.patch(path, "{\"severity\":\"critical\"}").is(200);
    operator.patch(path, "{\"title\":\"nothing to the service\"}").is(200);
    operator.patch(payments, "{\"position\":3}").is(200);
    operator.post(path + "/resolve", "{}").is(200);
    operator.delete(payments).is(204);

    assertThat(about(payments))
        .extracting(it -> it.eventType() + " " + it.aggregateVersion())
        .containsExactly(
            "service.created 1",
            "service.status_changed 2",
            "service.status_changed 3",
            "service.updated 4",
            "service.status_changed 5",
            "service.deleted 6");
    assertThat(events.ofType(ServiceStatusChangedV1.class).getFirst().payload())
        .satisfies(it -> assertThat(it.fromStatus()).isEqualTo("operational"))
        .satisfies(it -> assertThat(it.toStatus()).isEqualTo("outage"))
        .satisfies(it -> assertThat(it.incidentId()).isEqualTo(id(path)));
  }

  private List<ContractEvent> about(String path) {
    return events.all().stream().filter(it -> it.aggregateId().equals(id(path))).toList();
  }
}
