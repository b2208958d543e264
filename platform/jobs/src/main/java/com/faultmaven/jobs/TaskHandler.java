package com.faultmaven.jobs;

/**
 * Does the tasks of one type. A module contributes a bean for each type it plans; {@link Tasks} is
 * where they are planned.
 *
 * @param <T> what a task says
 */
public interface TaskHandler<T> {

  TaskType<T> type();

  /**
   * Does a task, on one instance at a time, outside any transaction. It may be done again, from the
   * beginning, when the process dies in it or cannot record that it is done.
   *
   * @return when it is to be done again, if it is
   * @throws Exception if it failed: it is tried again as {@link #backoff} says, until it succeeds
   */
  Next run(T data) throws Exception;

  /** How long a failed task waits. */
  default Backoff backoff() {
    return Backoff.USUAL;
  }
}
