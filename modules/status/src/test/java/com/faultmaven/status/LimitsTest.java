package com.faultmaven.status;

import static com.faultmaven.status.Organization.SERVICES;
import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.open;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organization has as many of each as it may, and not one more, however many come at once. */
@ModuleTest
class LimitsTest {

  private static final int TOGETHER = 8;

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  private Organization organization;

  @BeforeEach
  void organization() {
    organization = Organization.on(port);
  }

  @Test
  void ofServices() {
    addServices(ServiceStore.MOST - 2);
    assertOnlyTwo(
        it -> it.post(SERVICES, "{\"name\":\"Another %s\"}".formatted(System.nanoTime())));
  }

  @Test
  void ofActiveIncidents() {
    String service = service(organization.operator(), "Payments");
    database
        .sql(
            """
            insert into status.incidents (id, organization_id, title, severity, status, started_at,
              backfilled, notify, update_count, created_at, updated_at, facts, version)
            select gen_random_uuid(), ?, 't', 'low', 'investigating', now(), false, false, 0, now(),
              now(), 1, 1
            from generate_series(1, ?)
            """)
        .params(organization.name(), IncidentStore.MOST_ACTIVE - 2)
        .update();
    assertOnlyTwo(it -> open(it, "low", service));
  }

  @Test
  void ofMaintenancesThatHaveNotEnded() {
    String service = service(organization.operator(), "Payments");
    database
        .sql(
            """
            insert into status.maintenances (id, organization_id, title, scheduled_for,
              scheduled_until, told, notify, update_count, created_at, updated_at, facts, version)
            select gen_random_uuid(), ?, 't', now() + interval '1 day', now() + interval '2 days',
              'scheduled', false, 0, now(), now(), 1, 1
            from generate_series(1, ?)
            """)
        .params(organization.name(), MaintenanceStore.MOST_ACTIVE - 2)
        .update();
    String body =
        """
        {"title": "Work", "service_ids": ["%s"], "scheduled_for": "2990-01-01T00:00:00Z",
         "scheduled_until": "2990-01-02T00:00:00Z"}
        """
            .formatted(id(service));
    assertOnlyTwo(it -> it.post("/api/v1/maintenances", body));
  }

  @Test
  void ofSubscriptions() {
    database
        .sql(
            """
            insert into status.subscriptions (id, organization_id, channel, address, all_services,
              state, secret, created_at)
            select gen_random_uuid(), ?, 'webhook', 'https://acme.dev/' || n, true, 'disabled', 's',
              now()
            from generate_series(1, 9998) n
            """)
        .param(organization.name())
        .update();
    assertOnlyTwo(
        it ->
            it.post(
                "/api/v1/status-subscriptions",
                "{\"channel\":\"webhook\",\"url\":\"https://acme.dev/new\"}"));
  }

  /** Each is another caller, of whom none has more than a few requests at once. */
  private void assertOnlyTwo(Function<Api, Answer> adding) {
    List<Answer> answers = Together.run(TOGETHER, _ -> adding.apply(organization.operator()));
    assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(2);
    answers.stream().filter(it -> it.status() != 201).forEach(it -> it.is(409, "LIMIT_REACHED"));
  }

  private void addServices(int many) {
    database
        .sql(
            """
            insert into status.services (id, organization_id, name, position, start_date, created_at,
              updated_at, told_condition, facts, version)
            select gen_random_uuid(), ?, 'Service ' || n, 0, current_date, now(), now(),
              'operational', 1, 1
            from generate_series(1, ?) n
            """)
        .params(organization.name(), many)
        .update();
  }
}
