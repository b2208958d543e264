package com.faultmaven.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which indexes find the tasks that are due. */
class TaskIndexesTest {

  /** The shape of what db-scheduler asks, which is looked at every other second. */
  private static final String DUE =
      """
      select * from jobs.tasks where picked = false and execution_time <= now()
      order by priority desc, execution_time limit 4 for update skip locked
      """;

  private final JdbcClient database = TaskTable.sql();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(TaskTable.DATABASE));

  @Test
  void areFoundInTheirOrderHoweverManyAreDue() {
    transaction.executeWithoutResult(
        status -> {
          insertMany("now() - n * interval '1 second'");
          assertThat(plan(DUE)).contains("tasks_in_order").doesNotContain("Sort");
          status.setRollbackOnly();
        });
  }

  @Test
  void areFoundByAnIndexHoweverManyWait() {
    transaction.executeWithoutResult(
        status -> {
          insertMany("now() + interval '1 day'");
          // by one or the other: both are good where a few are due
          assertThat(plan(DUE)).contains("Index Scan").doesNotContain("Seq Scan");
          assertThat(
                  plan(
                      """
                      select * from jobs.tasks where picked = true and last_heartbeat <= now()
                      order by last_heartbeat
                      """))
              .doesNotContain("Seq Scan");
          status.setRollbackOnly();
        });
  }

  private void insertMany(String due) {
    database
        .sql(
            """
            insert into jobs.tasks (task_name, task_instance, execution_time, picked, version)
            select 'test.many', n, %s, false, 1
            from generate_series(1, 20000) n
            """
                .formatted(due))
        .update();
    database.sql("analyze jobs.tasks").update();
  }

  private String plan(String query) {
    return String.join("\n", database.sql("explain " + query).query(String.class).list());
  }
}
