package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.SqlWatch.Executed;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What reads of organizations and teams really run, explained where there are 20,000 users in 2,000
 * organizations with 6,000 teams, and one of all these users is in a hundred of them.
 */
@ModuleTest
@Import(SqlWatch.class)
class OrganizationPlansTest {

  private static final List<String> SEED =
      List.of(
          """
          insert into identity.users (user_id, username, email, display_name, is_dev, is_service,
            roles, created_at, updated_at)
          select 'plan-' || n, 'plan-' || n, 'plan-' || n || '@example.com', 'Plan', false, false,
            '{user}', now(), now()
          from generate_series(1, 20000) n
          """,
          """
          insert into identity.organizations (organization_id, slug, name, plan_tier, member_count,
            created_by, created_at, updated_at)
          select 'org_' || lpad(to_hex(n), 16, '0'), 'plan-' || n, 'Plan', 'enterprise', 10, 'plan-' || n,
            now(), now()
          from generate_series(1, 2000) n
          """,
          """
          insert into identity.members (organization_id, user_id, role, added_by, joined_at, updated_at)
          select 'org_' || lpad(to_hex(1 + n % 2000), 16, '0'), 'plan-' || n, 'owner', 'plan-' || n,
            now(), now()
          from generate_series(1, 20000) n
          """,
          """
          insert into identity.members (organization_id, user_id, role, added_by, joined_at, updated_at)
          select 'org_' || lpad(to_hex(n), 16, '0'), 'plan-1', 'viewer', 'plan-2', now(), now()
          from generate_series(3, 101) n
          """,
          """
          insert into identity.teams (team_id, organization_id, name, name_key, created_by, created_at,
            updated_at, member_count)
          select 'team_' || lpad(to_hex(n), 16, '0'), 'org_' || lpad(to_hex(1 + n % 2000), 16, '0'),
            'Team ' || n, 'team ' || n, 'plan-1', now(), now(), 5
          from generate_series(1, 6000) n
          """,
          """
          insert into identity.team_members (team_id, user_id, role, joined_at)
          select 'team_' || lpad(to_hex(n), 16, '0'), 'plan-' || n + 2000 * k, 'member', now()
          from generate_series(1, 6000) n, generate_series(0, 4) k
          """,
          """
          insert into identity.audit (at, actor_id, subject_id, organization_id, event_type, category,
            success)
          select now(), 'plan-' || n % 5000, 'plan-' || n % 5000,
            'org_' || lpad(to_hex(1 + n % 2000), 16, '0'), 'member_added', 'authorization', true
          from generate_series(1, 40000) n
          """);

  private static final List<String> TABLES =
      List.of("audit", "team_members", "teams", "members", "organizations", "users");

  private static final Pattern SCAN = Pattern.compile("Index (Only )?Scan");
  private static final Pattern CONDITION = Pattern.compile("Index Cond:");

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;

  @BeforeAll
  static void makeMany() {
    JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
    SEED.forEach(rows -> jdbc.sql(rows).update());
    TABLES.forEach(table -> jdbc.sql("vacuum analyze identity." + table).update());
  }

  @AfterAll
  static void forgetThem() {
    JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
    jdbc.sql("delete from identity.audit where actor_id like 'plan-%'").update();
    jdbc.sql("delete from identity.organizations where created_by like 'plan-%'").update();
    jdbc.sql("delete from identity.users where user_id like 'plan-%'").update();
    TABLES.forEach(table -> jdbc.sql("analyze identity." + table).update());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/organizations, 2",
    "GET, /api/v1/organizations?offset=60&limit=20, 2",
    "GET, /api/v1/organizations/org_0000000000000002, 1",
    "GET, /api/v1/organization-slugs/plan-2, 1",
    "GET, /api/v1/organizations/org_0000000000000002/members, 1",
    "GET, /api/v1/organizations/org_0000000000000002/audit, 3",
    "POST, /api/v1/organizations/org_0000000000000002/permissions/check, 1",
    "GET, /api/v1/teams, 1",
    "GET, /api/v1/teams?organization_id=org_0000000000000002, 1",
    "GET, /api/v1/teams/team_0000000000000001, 1",
    "GET, /api/v1/teams/team_0000000000000001/members, 1",
    "GET, /api/v1/users/plan-2001, 1",
    "GET, /api/v1/users/plan-1/audit, 3",
  })
  void readIndexesAndNeverAWholeTable(String method, String path, int statements) {
    String request = UUID.randomUUID().toString();
    Api api = Api.on(port).as("plan-1").with("X-Correlation-ID", request);
    if (method.equals("GET")) {
      api.get(path).is(200);
    } else {
      api.post(path, "{\"permission\":\"cases.read\"}").is(200);
    }

    List<Executed> executed = sql.executedFor(request);
    assertThat(executed).hasSize(statements);
    for (Executed statement : executed) {
      String plan = plan(statement);
      assertThat(plan).doesNotContain("Seq Scan");
      assertThat(occurrences(plan, SCAN))
          .as("each index is asked for something: %s", plan)
          .isPositive()
          .isEqualTo(occurrences(plan, CONDITION));
    }
  }

  /** As if there were more of everything. */
  private static String plan(Executed statement) {
    return JdbcClient.create(
            new DriverManagerDataSource(
                TestDatabase.jdbcUrl() + "&options=-c%20enable_seqscan%3Doff"))
        .sql("explain " + statement.sql())
        .params(statement.parameters())
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.joining("\n"));
  }

  private static long occurrences(String plan, Pattern what) {
    return what.matcher(plan).results().count();
  }
}
