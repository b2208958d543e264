package com.faultmaven.jobs;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The one scheduler of this process: it does the tasks of all modules, beside those of the other
 * processes of the installation.
 */
class TaskScheduling implements SmartLifecycle {

  private final DataSource database;
  private final List<TaskHandler<?>> handlers;
  private final List<RecurringTask> recurring;
  private final Tasks tasks;
  private final Jobs jobs;
  private final JobProperties properties;
  private final Clock clock;
  private volatile @Nullable TaskScheduler scheduler;

  TaskScheduling(
      DataSource database,
      List<TaskHandler<?>> handlers,
      List<RecurringTask> recurring,
      Tasks tasks,
      Jobs jobs,
      JobProperties properties,
      Clock clock) {
    this.database = database;
    this.handlers = handlers;
    this.recurring = recurring;
    this.tasks = tasks;
    this.jobs = jobs;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void start() {
    recurring.forEach(tasks::require);
    SchedulerName name = new SchedulerName.Fixed(UUID.randomUUID().toString());
    TaskResolver known = new TaskResolver(SchedulerListeners.NOOP, clock::instant, known());
    ReportingRepository rows =
        new ReportingRepository(database, known, name, clock::instant, jobs.named("tasks"));
    TaskScheduler started = new TaskScheduler(rows, known, name, clock::instant, properties);
    tasks.whenDue(started::triggerCheckForDueExecutions);
    started.start();
    scheduler = started;
  }

  private List<Task<?>> known() {
    return Stream.<Task<?>>concat(
            handlers.stream().map(handler -> Work.of(handler, job(handler.type().name()))),
            recurring.stream().map(task -> Work.of(task, job(task.name()), clock)))
        .toList();
  }

  private Job job(String name) {
    return jobs.named(name);
  }

  /** What is running may end; nothing begins any more. */
  @Override
  public void stop() {
    TaskScheduler running = scheduler;
    if (running != null) {
      tasks.whenDue(() -> {});
      running.stop();
      scheduler = null;
    }
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }
}
