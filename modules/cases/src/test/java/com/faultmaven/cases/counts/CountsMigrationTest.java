package com.faultmaven.cases.counts;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.TestDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Cases that were there before are counted, and so are those an older version stores meanwhile. */
class CountsMigrationTest {

  @Test
  void countsWhatIsThere() {
    JdbcClient.create(TestDatabase.dataSource()).sql("create database case_counts").update();
    DataSource database =
        new DriverManagerDataSource(TestDatabase.jdbcUrl().replace("/postgres?", "/case_counts?"));
    JdbcClient jdbc = JdbcClient.create(database);
    migrate(database, "9");
    store(jdbc, 1, 5);

    migrate(database, "10");

    assertThat(total(jdbc, "cases.case_counts", "owner_id")).isEqualTo("ada low 2, ada high 3");
    store(jdbc, 6, 7);
    assertThat(total(jdbc, "cases.counted_cases", "owner_id")).isEqualTo("ada low 3, ada high 4");
  }

  @Test
  void countsAndDescribesWhatIsShared() {
    JdbcClient.create(TestDatabase.dataSource()).sql("create database shared_case_counts").update();
    DataSource database =
        new DriverManagerDataSource(
            TestDatabase.jdbcUrl().replace("/postgres?", "/shared_case_counts?"));
    JdbcClient jdbc = JdbcClient.create(database);
    migrate(database, "11");
    store(jdbc, 1, 5);
    share(jdbc, 2, 4);

    migrate(database, "12");

    assertThat(total(jdbc, "cases.shared_case_counts", "user_id"))
        .isEqualTo("bob low 2, bob high 1");
    share(jdbc, 5, 5);
    assertThat(total(jdbc, "cases.counted_shared_cases", "user_id"))
        .isEqualTo("bob low 2, bob high 2");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from cases.participants p join cases.cases c
                      on (p.case_id, p.organization_id, p.case_created_at)
                        = (c.case_id, c.organization_id, c.created_at)
                    """)
                .query(Long.class)
                .single())
        .isEqualTo(4);
    jdbc.sql("delete from cases.cases where case_id <> 'case_000000000003'").update();
    assertThat(total(jdbc, "cases.counted_shared_cases", "user_id"))
        .isEqualTo("bob low 0, bob high 1");
  }

  private static void share(JdbcClient jdbc, int first, int last) {
    jdbc.sql(
            """
            insert into cases.participants (case_id, user_id, role, granted_by, granted_at)
            select 'case_00000000000' || n, 'bob', 'viewer', 'ada', now() from generate_series(?, ?) n
            """)
        .params(first, last)
        .update();
  }

  private static void migrate(DataSource database, String version) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/cases")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(version)
        .load()
        .migrate();
  }

  private static void store(JdbcClient jdbc, int first, int last) {
    jdbc.sql(
            """
            insert into cases.cases (case_id, version, owner_id, organization_id, title, description,
              status, severity, category, metadata, tags, tag_keys, status_changes, facts,
              created_at, updated_at)
            select 'case_00000000000' || n, 1, 'ada', 'default', 'x', '', 'consulting',
              case n % 2 when 0 then 'low' else 'high' end, 'other', '{}', '{}', '{}', 0, 1, now(), now()
            from generate_series(?, ?) n
            """)
        .params(first, last)
        .update();
  }

  private static String total(JdbcClient jdbc, String table, String user) {
    return jdbc.sql(
            """
            select string_agg(user_id || ' ' || severity || ' ' || cases, ', ' order by severity desc)
            from (select %s as user_id, severity, sum(cases) as cases from %s group by 1, 2) c
            """
                .formatted(user, table))
        .query(String.class)
        .single();
  }
}
