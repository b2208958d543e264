package com.faultmaven.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.SqlWatch.Executed;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of a thousand services takes as many statements as one of few, and stays small. */
@ModuleTest
class ManyServicesTest {

  private static final Logger LOG = LoggerFactory.getLogger(ManyServicesTest.class);
  private static final int MOST_BYTES = 100_000;

  /** To look at each of 90 days for each of 20,000 impacts would take nearly twice as many. */
  private static final double MOST_ROWS = 1_000_000;

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  @Autowired private Uptimes uptimes;
  @Autowired private SqlWatch sql;
  private Organization organization;
  private String page = "";

  @BeforeEach
  void publish() {
    organization = Organization.on(port);
    organization.admin().put("/api/v1/status-page", "{\"public\":true}").is(200);
    page = "/status/o/" + organization.name();
  }

  @Test
  void showsAllBarsOfTwoHundred() {
    add(200, "null");
    String html = html();
    assertThat(html.split("<ul class=\"bars\"", -1)).hasSize(201);
    assertThat(bytes(html)).isLessThan(MOST_BYTES);
  }

  @Test
  void namesAThousandServicesAndStaysSmall() {
    add(1000, "case when n % 3 = 0 then 'Group ' || n % 10 end");
    database
        .sql(
            """
            update status.services set description = repeat('long ', 100) where organization_id = ?
            """)
        .param(organization.name())
        .update();
    String html = html();
    for (int n = 1; n <= 1000; n++) {
      assertThat(html).contains("<bdi>Service number %s</bdi>".formatted(n));
    }
    assertThat(html).contains("<ul class=\"bars\"");
    LOG.info("A page of 1,000 services has {} bytes", bytes(html));
    assertThat(bytes(html)).isLessThan(MOST_BYTES);
  }

  @Test
  void staysSmallHoweverMuchHappened() {
    add(1000, "null");
    harm();
    String html = html();
    LOG.info("A page of 1,000 services with 20 incidents each has {} bytes", bytes(html));
    assertThat(bytes(html)).isLessThan(MOST_BYTES);
    assertThat(html).contains("partial outage");
  }

  /** An incident is looked at for the days it was on, also if the tables are taken for empty. */
  @Test
  void findsHowAThousandServicesWereInOneStatement() {
    add(1000, "null");
    harm();
    forgetStatistics();
    List<ServiceId> all =
        database
            .sql("select id from status.services where organization_id = ?")
            .param(organization.name())
            .query(UUID.class)
            .list()
            .stream()
            .map(ServiceId::new)
            .toList();
    String id = "uptimes-" + UUID.randomUUID();
    try (var _ = MDC.putCloseable("correlation_id", id)) {
      assertThat(uptimes.shown(all, new OrganizationId(organization.name()), 90)).hasSize(1000);
    }

    assertThat(sql.executedFor(id)).hasSize(1);
    JsonNode plan = explained(sql.executedFor(id).getFirst());
    double rows = rows(plan);
    LOG.info("90 days of 1,000 services with 20 incidents each go through {} rows", rows);
    assertThat(rows).as(plan.toPrettyString()).isLessThan(MOST_ROWS);
  }

  private JsonNode explained(Executed statement) {
    String plan =
        database
            .sql("explain (analyze, timing off, format json) " + statement.sql())
            .params(statement.parameters())
            .query(String.class)
            .single();
    return new JsonMapper().readTree(plan).at("/0/Plan");
  }

  /** What all parts of a plan gave or looked at in vain. */
  private static double rows(JsonNode plan) {
    double each = plan.path("Actual Rows").asDouble();
    for (String removed : List.of("Filter", "Join Filter", "Index Recheck")) {
      each += plan.path("Rows Removed by " + removed).asDouble();
    }
    double rows = each * plan.path("Actual Loops").asDouble();
    for (JsonNode part : plan.path("Plans")) {
      rows += rows(part);
    }
    return rows;
  }

  /** Other tests are not to plan with what one has forgotten. */
  @AfterEach
  void analyze() {
    database.sql("analyze").update();
  }

  private String html() {
    String id = "many-" + UUID.randomUUID();
    String html = Api.on(port).with("X-Correlation-ID", id).get(page).is(200).body();
    assertThat(sql.statementsOf(id)).hasSize(4);
    return html;
  }

  private static int bytes(String html) {
    return html.getBytes(StandardCharsets.UTF_8).length;
  }

  private void add(int many, String group) {
    database
        .sql(
            """
            insert into status.services (id, organization_id, name, group_name, position, start_date,
              created_at, updated_at, told_condition, facts, version)
            select gen_random_uuid(), ?, 'Service number ' || n, %s, n, current_date - 200, now(),
              now(), 'operational', 1, 1
            from generate_series(1, ?) n
            """
                .formatted(group))
        .params(organization.name(), many)
        .update();
  }

  /** As when they grow faster than PostgreSQL analyzes them. */
  private void forgetStatistics() {
    database
        .sql(
            """
            delete from pg_statistic where starelid in (
              select oid from pg_class where relnamespace = 'status'::regnamespace)
            """)
        .update();
    database
        .sql(
            """
            update pg_class set reltuples = 1, relpages = 1
            where relnamespace = 'status'::regnamespace and relkind = 'r'
            """)
        .update();
  }

  /** Twenty incidents of each service in the last 90 days, of some hours each. */
  private void harm() {
    database
        .sql(
            """
            with incidents as (
              insert into status.incidents (id, organization_id, title, severity, status, started_at,
                resolved_at, backfilled, notify, update_count, created_at, updated_at, facts, version)
              select gen_random_uuid(), :organization, 't', 'high', 'resolved',
                now() - n * interval '4 days', now() - n * interval '4 days' + interval '5 hours',
                true, false, 0, now() - interval '100 days', now() - interval '100 days', 1, 1
              from generate_series(1, 20) n
              returning id, started_at, resolved_at)
            insert into status.impacts (incident_id, service_id, impact, during)
            select i.id, s.id, 'partial_outage', tstzrange(i.started_at, i.resolved_at)
            from incidents i, status.services s where s.organization_id = :organization
            """)
        .param("organization", organization.name())
        .update();
    database.sql("analyze status.impacts").update();
  }
}
