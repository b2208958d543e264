package com.faultmaven.jobs;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** db-scheduler as this process runs it. Its builder takes no repository of one's own. */
final class TaskScheduler extends Scheduler {

  private static final int SILENCES = 4;

  /** What a newer or older version planned is not for this one to delete. */
  private static final Duration NEVER = Duration.ofDays(100_000);

  TaskScheduler(
      TaskRepository tasks,
      TaskResolver known,
      SchedulerName name,
      Clock clock,
      JobProperties properties) {
    super(
        clock,
        tasks,
        tasks,
        known,
        properties.threads(),
        workers(properties.threads()),
        name,
        new Waiter(properties.look(), TaskScheduler::sinceTheStart),
        properties.heartbeat(),
        SILENCES,
        List.of(),
        List.of(),
        // takes what it has threads for, and leaves the rest to others
        new PollingStrategyConfig(PollingStrategyConfig.Type.LOCK_AND_FETCH, 0.5, 1.0),
        NEVER,
        properties.finish(),
        LogLevel.OFF,
        false,
        List.of(),
        looker(),
        housekeeper());
  }

  private static ExecutorService workers(int threads) {
    return Executors.newFixedThreadPool(threads, named("task-"));
  }

  private static ExecutorService looker() {
    return Executors.newSingleThreadExecutor(named("task-look-"));
  }

  private static ScheduledExecutorService housekeeper() {
    return Executors.newScheduledThreadPool(2, named("task-alive-"));
  }

  private static ThreadFactory named(String prefix) {
    return Thread.ofPlatform().name(prefix, 1).daemon().factory();
  }

  /** A pause lasts as long as it should when somebody sets the clock back. */
  private static Instant sinceTheStart() {
    return Instant.EPOCH.plusNanos(System.nanoTime());
  }
}
