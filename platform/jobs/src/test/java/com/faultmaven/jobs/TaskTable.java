package com.faultmaven.jobs;

import com.faultmaven.testing.TestDatabase;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The table as it is. */
final class TaskTable {

  static final DataSource DATABASE = migrated();

  private TaskTable() {}

  static JdbcClient sql() {
    return JdbcClient.create(DATABASE);
  }

  static int left(Notes notes) {
    return count(notes, "true");
  }

  static int inWork(Notes notes) {
    return count(notes, "picked");
  }

  private static int count(Notes notes, String which) {
    return sql()
        .sql("select count(*) from jobs.tasks where task_name = ? and " + which)
        .param(notes.type().name())
        .query(Integer.class)
        .single();
  }

  private static DataSource migrated() {
    DataSource database = TestDatabase.dataSource();
    DatabasePopulatorUtils.execute(
        new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/jobs/V1__tasks.sql"),
            new ClassPathResource("db/migration/jobs/V2__signs_of_life.sql"),
            new ClassPathResource("db/migration/jobs/V3__database_of_life.sql"),
            new ClassPathResource("db/migration/jobs/V4__priorities.sql")),
        database);
    return database;
  }
}
