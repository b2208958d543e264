package com.faultmaven.jobs;

import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where work is planned that is done later, by a {@link TaskHandler}, on whichever instance. A plan
 * is part of the caller's transaction: it is there if and only if that commits.
 */
@Component
public class Tasks {

  private final TaskRows rows;
  private final Clock clock;
  private volatile Runnable looking = () -> {};

  Tasks(TaskRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Plans a task for now.
   *
   * @see #plan(TaskType, String, Object, Instant, UserId)
   */
  public <T> boolean plan(TaskType<T> type, String id, T data) {
    return plan(type, id, data, clock.instant(), null);
  }

  /**
   * Plans a task.
   *
   * @param id tells apart the tasks of a type; 1 to 200 characters
   * @param about whom the task names, if anybody: it goes with their data
   * @return whether it was planned; if not, the one of that id stays as it is
   */
  public <T> boolean plan(
      TaskType<T> type, String id, T data, Instant due, @Nullable UserId about) {
    boolean planned = rows.insert(type.name(), id, StoredTask.bytes(data), due, about);
    if (planned && !due.isAfter(clock.instant())) {
      lookOnceCommitted();
    }
    return planned;
  }

  /**
   * Plans tasks for now, each of its id, in one statement; those that are there stay as they are.
   */
  public <T> void planAll(TaskType<T> type, Map<String, T> data, Priority priority) {
    if (!data.isEmpty()) {
      Map<String, byte[]> stored = new LinkedHashMap<>();
      data.forEach((id, said) -> stored.put(id, StoredTask.bytes(said)));
      rows.insertAll(type.name(), stored, clock.instant(), priority);
      lookOnceCommitted();
    }
  }

  /** Takes a task back; says whether there was one that nobody has begun. */
  public boolean cancel(TaskType<?> type, String id) {
    return rows.delete(type.name(), id);
  }

  /** Sees to it that a recurring task is due within its pause. */
  void require(RecurringTask task) {
    rows.require(
        TaskType.requireName(task.name()), clock.instant(), clock.instant().plus(task.every()));
  }

  /** What is to happen when a task is due at once. */
  void whenDue(Runnable look) {
    looking = look;
  }

  private void lookOnceCommitted() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              looking.run();
            }
          });
    } else {
      looking.run();
    }
  }
}
