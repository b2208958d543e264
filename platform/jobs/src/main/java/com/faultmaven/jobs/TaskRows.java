package com.faultmaven.jobs;

import com.faultmaven.kernel.UserId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The rows of tasks nobody is at; one that is picked is the scheduler's. Planning is done here and
 * not by db-scheduler, which looks before it inserts, and whose loser loses its transaction.
 */
@Repository
class TaskRows {

  private final JdbcClient jdbc;

  TaskRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean insert(String name, String id, byte[] data, Instant due, @Nullable UserId about) {
    return jdbc.sql(
                """
                insert into jobs.tasks
                  (task_name, task_instance, task_data, execution_time, picked, version, about_user)
                values (:name, :id, :data, :due, false, 1, :about)
                on conflict do nothing
                """)
            .param("name", name)
            .param("id", id)
            .param("data", data)
            .param("due", due.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("about", about == null ? null : about.value(), Types.VARCHAR)
            .update()
        == 1;
  }

  void insertAll(String name, Map<String, byte[]> data, Instant due, Priority priority) {
    jdbc.sql(
            """
            insert into jobs.tasks
              (task_name, task_instance, task_data, execution_time, picked, version, priority)
            select :name, task.id, task.data, :due, false, 1, :priority
            from unnest(:ids::text[], :data::bytea[]) task (id, data)
            on conflict do nothing
            """)
        .param("name", name)
        .param("due", due.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("priority", priority.stored())
        .param("ids", data.keySet().toArray(String[]::new))
        .param("data", new SqlArrayValue("bytea", (Object[]) data.values().toArray(byte[][]::new)))
        .update();
  }

  boolean delete(String name, String id) {
    return jdbc.sql(
                """
                delete from jobs.tasks
                where task_name = :name and task_instance = :id and not picked
                """)
            .param("name", name)
            .param("id", id)
            .update()
        == 1;
  }

  /** One that is there is brought forward where its pause has become shorter. */
  void require(String name, Instant now, Instant latest) {
    jdbc.sql(
            """
            insert into jobs.tasks as task
              (task_name, task_instance, execution_time, picked, version)
            values (:name, 'recurring', :now, false, 1)
            on conflict (task_name, task_instance)
            do update set execution_time = :latest, version = task.version + 1
            where not task.picked and task.execution_time > :latest
            """)
        .param("name", name)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("latest", latest.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /** Deletes some that are about a user, and says how many. */
  int deleteSomeAbout(UserId user, int most) {
    return jdbc.sql(
            """
            delete from jobs.tasks where (task_name, task_instance) in (
              select task_name, task_instance from jobs.tasks
              where about_user = :user and not picked limit :most)
            """)
        .param("user", user.value())
        .param("most", most)
        .update();
  }

  boolean isAnyAbout(UserId user) {
    return jdbc.sql("select exists (select from jobs.tasks where about_user = :user)")
        .param("user", user.value())
        .query(Boolean.class)
        .single();
  }
}
