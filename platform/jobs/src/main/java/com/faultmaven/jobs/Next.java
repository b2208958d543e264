package com.faultmaven.jobs;

import java.time.Instant;

/** What becomes of a task that was done. */
public sealed interface Next {

  /** Nothing: it goes. */
  static Next done() {
    return Done.DONE;
  }

  /** It is done again then. */
  static Next at(Instant due) {
    return new Again(due);
  }

  /** It goes. */
  enum Done implements Next {
    DONE
  }

  /** It stays, and is done again. */
  record Again(Instant due) implements Next {}
}
