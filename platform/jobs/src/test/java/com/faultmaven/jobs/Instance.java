package com.faultmaven.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of the installation, as far as tasks are concerned. */
final class Instance implements AutoCloseable {

  final Tasks tasks;
  final Jobs jobs = new Jobs(Clock.systemUTC());
  private final TaskScheduling scheduling;

  private Instance(
      DataSource database,
      Duration look,
      List<TaskHandler<?>> handlers,
      List<RecurringTask> recurring) {
    tasks = new Tasks(new TaskRows(JdbcClient.create(database)), Clock.systemUTC());
    scheduling =
        new TaskScheduling(
            database,
            handlers,
            recurring,
            tasks,
            jobs,
            new JobProperties(2, look, Duration.ofMillis(200), Duration.ofSeconds(10)),
            Clock.systemUTC());
    scheduling.start();
  }

  static Instance doing(TaskHandler<?>... handlers) {
    return on(TaskTable.DATABASE, handlers);
  }

  static Instance on(DataSource database, TaskHandler<?>... handlers) {
    return new Instance(database, Duration.ofMillis(50), List.of(handlers), List.of());
  }

  /** It finds what others plan only when it is woken. */
  static Instance looking(Duration every, TaskHandler<?>... handlers) {
    return new Instance(TaskTable.DATABASE, every, List.of(handlers), List.of());
  }

  static Instance repeating(RecurringTask task) {
    return new Instance(TaskTable.DATABASE, Duration.ofMillis(20), List.of(), List.of(task));
  }

  static String anyName() {
    return "test." + UUID.randomUUID();
  }

  @Override
  public void close() {
    scheduling.stop();
  }
}
