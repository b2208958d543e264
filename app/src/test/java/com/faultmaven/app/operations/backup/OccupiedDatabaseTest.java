package com.faultmaven.app.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.database.Migration;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup is not restored into a database that has some of it, which stays as it is. */
class OccupiedDatabaseTest {

  private static final String SERVICE =
      """
      insert into status.services (id, organization_id, name, position, start_date, created_at,
        updated_at, told_condition, facts, version)
      values (gen_random_uuid(), 'default', 'Backed up', 0, '2026-01-01', now(), now(),
        'operational', 1, 1)
      """;

  /** What there is, and what is in it. */
  private static final String EVERYTHING =
      """
      select nspname::text as it from pg_namespace
      union all select oid::regclass::text from pg_class
      union all select database_to_xml(true, false, '')::text
      order by it
      """;

  private final Path dump;

  OccupiedDatabaseTest(@TempDir Path directory) {
    dump = directory.resolve("cases.dump");
  }

  @Test
  void keepsWhatCameAfterTheBackup() throws Exception {
    try (InstalledPostgres postgres = InstalledPostgres.start()) {
      backUp(postgres);
      postgres.jdbc().sql("update status.services set name = 'Renamed since'").update();
      List<String> before = everything(postgres.jdbc());

      assertThat(Backup.restore(dump, postgres.setting())).isFalse();

      assertThat(everything(postgres.jdbc())).isEqualTo(before);
      assertThat(before).anyMatch(it -> it.contains("Renamed since"));
    }
  }

  /** By the time what is there is in the way, much of the backup has been restored. */
  @Test
  void getsNothingIfOnlyAPartOfItIsThere() throws Exception {
    try (InstalledPostgres postgres = InstalledPostgres.start()) {
      backUp(postgres);
      postgres.jdbc().sql("create database other").update();
      postgres.jdbc("other").sql("create schema tags").update();
      List<String> before = everything(postgres.jdbc("other"));

      assertThat(Backup.restore(dump, postgres.setting("other"))).isFalse();

      assertThat(everything(postgres.jdbc("other"))).isEqualTo(before);
    }
  }

  private void backUp(InstalledPostgres postgres) throws Exception {
    Migration.run(postgres.setting());
    postgres.jdbc().sql(SERVICE).update();
    assertThat(Backup.write(dump, postgres.setting())).isTrue();
  }

  private static List<String> everything(JdbcClient jdbc) {
    return jdbc.sql(EVERYTHING).query(String.class).list();
  }
}
