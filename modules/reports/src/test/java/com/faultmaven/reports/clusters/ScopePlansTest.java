package com.faultmaven.reports.clusters;

import static com.faultmaven.reports.Organization.CLUSTERS;
import static com.faultmaven.reports.Organization.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.SqlWatch.Executed;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statements that look for the reports of scopes, as they are really run, are explained. With
 * {@code -Dfaultmaven.plans.reports=1000000 -Dfaultmaven.plans.shown=true} they are shown with what
 * they take.
 */
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopePlansTest {

  private static final int REPORTS_OF_ALL = Integer.getInteger("faultmaven.plans.reports", 50_000);
  private static final boolean SHOWN = Boolean.getBoolean("faultmaven.plans.shown");
  private static final String ORGANIZATION = "plans";

  /** A city in which four of ten reports are. */
  private static final String CITY =
      "[[[8,47],[8.2,46.95],[8.4,47],[8.4,47.4],[8.2,47.45],[8,47.4],[8,47]]%s]";

  private static final String HOLE =
      ",[[8.15,47.15],[8.25,47.15],[8.25,47.25],[8.15,47.25],[8.15,47.15]]";

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;

  /** Once, behind the migrations. */
  @BeforeAll
  void report() {
    JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
    jdbc.sql(
            """
            insert into reports.reports (report_id, seq, organization_id, source, external_id,
              reporter_id, reported_at, location, visibility, status, description, media, metadata,
              title, severity, classification, classifications, search, size, created_at,
              updated_at, facts, version)
            select 'rep_a' || lpad(to_hex(n), 15, '0'), 1000000000 + n, :organization, 'api', null,
              'ada', timestamptz '2020-01-01' + n * interval '1 minute',
              case when n % 10 < 4 then point(8 + random() * 0.4, 47 + random() * 0.4)
                else point(random() * 360 - 180, random() * 180 - 90) end,
              'organization', 'active', 'Roof tiles hang loose.', '[]', '{}', 'Loose tiles',
              n % 10 / 10.0, 'physical', array['physical'], to_tsvector('simple', 'word' || n % 997),
              100, now(), now(), 1, 1
            from generate_series(1, :count) n
            """)
        .param("organization", ORGANIZATION)
        .param("count", REPORTS_OF_ALL)
        .update();
    jdbc.sql(
            """
            insert into reports.scope_entries
            select seq, 'physical', organization_id, location, reported_at, false
            from reports.reports where organization_id = ?
            """)
        .param(ORGANIZATION)
        .update();
    List.of("reports.reports", "reports.scope_entries")
        .forEach(table -> jdbc.sql("vacuum analyze " + table).update());
  }

  @AfterAll
  void deleteThem() {
    JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
    jdbc.sql("delete from reports.reports where organization_id = ?").param(ORGANIZATION).update();
    jdbc.sql("analyze reports.reports").update();
    jdbc.sql("analyze reports.scope_entries").update();
  }

  @Test
  void goThroughACityInTheOrderOfTime() {
    assertInOrder(analyze(geometry("Polygon", CITY.formatted(""))));
    assertInOrder(analyze(geometry("Polygon", CITY.formatted(HOLE))));
  }

  @Test
  void goThroughEachPolygonInTheOrderOfTime() {
    String elsewhere = "[[[100,0],[101,0],[101,1],[100,0]]]";
    String both = "[" + CITY.formatted("") + "," + elsewhere + "]";
    assertInOrder(analyze(geometry("MultiPolygon", both)));
  }

  @Test
  void goThroughACircleByTheIndex() {
    String plan =
        analyze(
            "{\"near\":{\"point\":{\"type\":\"Point\",\"coordinates\":[8.2,47.2]},"
                + "\"radius_m\":250}}");
    assertThat(plan).containsPattern("Index Scan (using|on) scope_entries_by_place");
    assertThat(plan).doesNotContain("Seq Scan on scope_entries", "Seq Scan on reports");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?sort=reported_at",
        "?sort=-severity",
        "?status=active&severity_min=0.5",
        "?bbox=8.1,47.1,8.1001,47.1001",
        "?q=word7",
        "?reporter=me",
        "?seq=1000000001&seq=1000000002",
        "?source=api&external_id=x"
      })
  void listsReadAnIndexAndNeverAWholeTable(String query) {
    String request = UUID.randomUUID().toString();
    caller(request).get(REPORTS + query).is(200);
    assertThat(plan(sql.executedFor(request).getFirst())).doesNotContain("Seq Scan on reports");
  }

  private static void assertInOrder(String plan) {
    assertThat(plan)
        .contains("Index Scan using scope_entries_by_place")
        .containsPattern("Index Cond: .*organization_id.*classification.*location <@")
        .containsPattern("Order By: \\(.*reported_at <-> ")
        .doesNotContain("Seq Scan on scope_entries", "Seq Scan on reports");
  }

  private String analyze(String json) {
    String request = UUID.randomUUID().toString();
    caller(request).post(CLUSTERS + "/analyze", json).is(200);
    return plan(sql.executedFor(request).getFirst());
  }

  private Api caller(String request) {
    return Api.on(port)
        .as("ada")
        .with("X-Organization-ID", ORGANIZATION)
        .with("X-Correlation-ID", request);
  }

  private static String geometry(String type, String coordinates) {
    return "{\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}";
  }

  private static String plan(Executed executed) {
    JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
    String plan = explained(jdbc, "explain ", executed);
    if (SHOWN) {
      explained(jdbc, "explain (analyze) ", executed);
      System.out.println(explained(jdbc, "explain (analyze, buffers) ", executed));
    }
    return plan;
  }

  private static String explained(JdbcClient jdbc, String explain, Executed executed) {
    return String.join(
        "\n",
        jdbc.sql(explain + executed.sql())
            .params(executed.parameters())
            .query(String.class)
            .list());
  }
}
