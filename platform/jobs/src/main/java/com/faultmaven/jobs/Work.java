package com.faultmaven.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.concurrent.Callable;

/** What modules contribute, as db-scheduler takes it. How each run goes is reported to a job. */
final class Work {

  private Work() {}

  static <T> Task<StoredTask> of(TaskHandler<T> handler, Job job) {
    return Tasks.custom(handler.type().name(), StoredTask.class)
        .onFailure(after(handler.backoff()))
        .execute((task, context) -> completion(reported(job, () -> run(handler, task.getData()))));
  }

  private static <T> Next run(TaskHandler<T> handler, StoredTask task) throws Exception {
    return task.correlation().call(() -> handler.run(task.as(handler.type().data())));
  }

  static Task<Void> of(RecurringTask recurring, Job job, Clock clock) {
    return Tasks.custom(recurring.name(), Void.class)
        .onFailure((failed, row) -> row.reschedule(failed, clock.instant().plus(recurring.every())))
        .execute(
            (task, context) ->
                completion(
                    reported(
                        job,
                        () -> {
                          recurring.run();
                          return Next.at(clock.instant().plus(recurring.every()));
                        })));
  }

  private static <D> CompletionHandler<D> completion(Next next) {
    return (complete, row) -> {
      switch (next) {
        case Next.Done _ -> row.remove();
        case Next.Again again -> row.reschedule(complete, again.due());
      }
    };
  }

  private static FailureHandler<StoredTask> after(Backoff backoff) {
    return (failed, row) ->
        row.reschedule(
            failed,
            failed.getTimeDone().plus(backoff.after(failed.getExecution().consecutiveFailures)));
  }

  /** The failure goes on to db-scheduler, which puts the task off. */
  private static Next reported(Job job, Callable<Next> work) {
    try {
      Next next = work.call();
      job.succeeded();
      return next;
    } catch (Throwable failure) {
      job.failed(failure);
      throw new TaskFailed(failure);
    }
  }

  /** A task has failed. */
  static final class TaskFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TaskFailed(Throwable cause) {
      super(cause);
    }
  }
}
