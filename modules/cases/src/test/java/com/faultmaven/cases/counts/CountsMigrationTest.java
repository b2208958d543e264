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

    assertThat(total(jdbc, "cases.case_counts")).isEqualTo("ada low 2, ada high 3");
    store(jdbc, 6, 7);
    assertThat(total(jdbc, "cases.counted_cases")).isEqualTo("ada low 3, ada high 4");
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

  private static String total(JdbcClient jdbc, String table) {
    return jdbc.sql(
            """
            select string_agg(owner_id || ' ' || severity || ' ' || cases, ', ' order by severity desc)
            from (select owner_id, severity, sum(cases) as cases from %s group by 1, 2) c
            """
                .formatted(table))
        .query(String.class)
        .single();
  }
}
