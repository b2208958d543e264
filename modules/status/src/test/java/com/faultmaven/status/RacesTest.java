package com.faultmaven.status;

import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.open;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.status.events.IncidentResolvedV1;
import com.faultmaven.contracts.status.events.IncidentUpdatedV1;
import com.faultmaven.contracts.status.events.ServiceStatusChangedV1;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** What happens at the same time happens one after the other. */
@ModuleTest
class RacesTest {

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  private Organization organization;
  private Api operator;

  @BeforeEach
  void publish() {
    organization = Organization.on(port);
    operator = organization.operator();
  }

  /** Each is another caller, of whom none has more than a few requests at once. */
  @Test
  void keepsEachOfManyUpdatesAndEndsOnce() {
    String path = incident(operator, "critical", service(operator, "Payments"));
    try (RecordedEvents events = RecordedEvents.of(context)) {
      List<Answer> answers =
          Together.run(
              30,
              n ->
                  n % 3 == 0
                      ? organization.operator().post(path + "/resolve", "{}")
                      : organization
                          .operator()
                          .post(path + "/updates", "{\"message\":\"Update %s\"}".formatted(n)));

      assertThat(answers).allMatch(it -> List.of(200, 201, 409).contains(it.status()));
      assertThat(answers.stream().filter(it -> it.status() == 200)).hasSize(1);
      long said = answers.stream().filter(it -> it.status() == 201).count();
      Answer incident = operator.get(path).is(200);
      assertThat(incident.at("/update_count").asLong()).isEqualTo(said + 1);
      assertThat(incident.texts("/updates", "message"))
          .hasSize((int) said + 1)
          .endsWith("Incident resolved.");
      assertThat(incident.texts("/updates", "created_at")).isSorted();
      assertThat(
              of(
                  path,
                  events.ofType(IncidentResolvedV1.class).stream()
                      .map(it -> it.aggregateId())
                      .toList()))
          .isEqualTo(1);
      assertThat(
              of(
                  path,
                  events.ofType(IncidentUpdatedV1.class).stream()
                      .map(it -> it.aggregateId())
                      .toList()))
          .isEqualTo(said);
    }
  }

  @Test
  void neverLeavesAnActiveIncidentWithoutItsService() {
    for (int round = 0; round < 100; round++) {
      String path = service(operator, "Payments " + round);
      List<Answer> answers =
          Together.run(2, n -> n == 0 ? open(operator, "low", path) : operator.delete(path));
      Answer opened = answers.get(0);
      Answer deleted = answers.get(1);
      if (opened.status() == 201) {
        deleted.is(409, "SERVICE_HAS_ACTIVE_INCIDENTS");
        assertThat(operator.get(opened.header("Location")).at("/service_ids").size()).isEqualTo(1);
        operator.post(opened.header("Location") + "/resolve", "{}").is(200);
      } else {
        opened.is(404, "SERVICE_NOT_FOUND");
        deleted.is(204);
      }
    }
  }

  @Test
  void tellsEachChangeOfAServiceOnce() {
    String path = service(operator, "Payments");
    try (RecordedEvents events = RecordedEvents.of(context)) {
      List<String> opened = Together.run(8, n -> incident(organization.operator(), "high", path));
      Together.run(8, n -> organization.operator().post(opened.get(n) + "/resolve", "{}").is(200));

      assertThat(
              events.ofType(ServiceStatusChangedV1.class).stream()
                  .filter(it -> it.aggregateId().equals(id(path)))
                  .map(it -> it.payload().toCondition()))
          .containsExactly("partial_outage", "operational");
    }
  }

  @Test
  void takesANameOnce() {
    List<Answer> answers =
        Together.run(
            8, n -> organization.operator().post("/api/v1/services", "{\"name\":\"One\"}"));
    assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(it -> it.status() == 409)).hasSize(7);
  }

  @Test
  void correctsAnUpdateOnce() {
    String path = incident(operator, "low", service(operator, "Payments"));
    String wrong = operator.post(path + "/updates", "{\"message\":\"m\"}").is(201).text("/id");
    List<Answer> answers =
        Together.run(
            8,
            n ->
                organization
                    .operator()
                    .post(
                        path + "/updates",
                        "{\"message\":\"n\",\"corrects\":\"%s\"}".formatted(wrong)));
    assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(it -> it.status() == 409)).hasSize(7);
    assertThat(operator.get(path).at("/update_count").asInt()).isEqualTo(2);
  }

  private static long of(String path, List<String> aggregates) {
    return aggregates.stream().filter(id(path)::equals).count();
  }
}
