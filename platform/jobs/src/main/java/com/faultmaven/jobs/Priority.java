package com.faultmaven.jobs;

/** Which of the tasks that are due is begun first; of equals the one that has been due longest. */
public enum Priority {
  /** One of very many that come at once, and that nobody waits for: begun when nothing else is. */
  BULK(10),
  /** What somebody may wait for; what nothing is said of. */
  USUAL(50);

  private final short stored;

  Priority(int stored) {
    this.stored = (short) stored;
  }

  /** The higher the sooner. */
  short stored() {
    return stored;
  }
}
