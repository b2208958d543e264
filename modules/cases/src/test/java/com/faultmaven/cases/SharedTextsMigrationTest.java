package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Texts of cases that were shared before are written in the background. */
class SharedTextsMigrationTest {

  @Test
  void notesWhatIsSharedOnce() {
    JdbcClient.create(TestDatabase.dataSource()).sql("create database shared_texts").update();
    DataSource database =
        new DriverManagerDataSource(TestDatabase.jdbcUrl().replace("/postgres?", "/shared_texts?"));
    JdbcClient jdbc = JdbcClient.create(database);
    migrate(database, "12");
    jdbc.sql(
            """
            insert into cases.cases (case_id, version, owner_id, organization_id, title, description,
              status, severity, category, metadata, tags, tag_keys, status_changes, facts,
              created_at, updated_at)
            select 'case_00000000000' || n, 1, 'ada', 'default', 'x', '', 'consulting', 'low',
              'other', '{}', '{}', '{}', 0, 1, now(), now()
            from generate_series(1, 3) n
            """)
        .update();
    jdbc.sql(
            """
            insert into cases.participants (case_id, user_id, role, granted_by, granted_at)
            select 'case_000000000002', user_id, 'viewer', 'ada', now() from unnest('{bob,eve}'::text[]) user_id
            """)
        .update();

    migrate(database, "13");

    assertThat(jdbc.sql("select case_id from cases.reader_changes").query(String.class).list())
        .isEqualTo(List.of("case_000000000002"));
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
}
