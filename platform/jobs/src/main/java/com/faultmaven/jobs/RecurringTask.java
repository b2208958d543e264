package com.faultmaven.jobs;

import java.time.Duration;

/**
 * What the installation does again and again, on one instance at a time, whoever of them lives. A
 * module contributes a bean for each.
 */
public interface RecurringTask {

  /** Is stored, so it never changes: {@code context.what-is-done}. */
  String name();

  /** How long it pauses between two runs, after a failure too. */
  Duration every();

  /**
   * Does it once, outside any transaction.
   *
   * @throws Exception if it failed
   */
  void run() throws Exception;
}
