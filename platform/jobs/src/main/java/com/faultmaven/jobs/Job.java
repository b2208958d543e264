package com.faultmaven.jobs;

import com.faultmaven.database.DatabaseFailure;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Something this process does again and again in the background. The code that does it reports each
 * time how it went, errors of any kind included, and tries again.
 */
public final class Job {

  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final String name;
  private final Clock clock;
  private State state;
  private long failures;

  Job(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
    this.state = new State(clock.instant(), null, null);
  }

  /**
   * How a job goes.
   *
   * @param since when it began to go so
   * @param lastSuccess null if there was none since the process started
   * @param failure the kind of error it fails with; null if it does not
   */
  public record State(Instant since, @Nullable Instant lastSuccess, @Nullable String failure) {

    public boolean isFailing() {
      return failure != null;
    }
  }

  public String name() {
    return name;
  }

  public synchronized State state() {
    return state;
  }

  /** How often it has failed since the process started. */
  public synchronized long failures() {
    return failures;
  }

  /** It was done, or there was nothing to do. */
  public synchronized void succeeded() {
    Instant now = clock.instant();
    if (state.isFailing()) {
      LOG.info("Job {} works again", name);
    }
    state = new State(state.isFailing() ? now : state.since(), now, null);
  }

  /** It will be tried again. Of several failures of one kind in a row, the first is logged. */
  public synchronized void failed(Throwable failure) {
    String kind = failure.getClass().getSimpleName();
    boolean first = !kind.equals(state.failure());
    failures++;
    state =
        new State(state.isFailing() ? state.since() : clock.instant(), state.lastSuccess(), kind);
    if (first && DatabaseFailure.isOutage(failure)) {
      LOG.warn(
          "Job {} waits for the database: {}",
          name,
          NestedExceptionUtils.getMostSpecificCause(failure).toString());
    } else if (first) {
      LOG.warn("Job {} has failed and will be tried again", name, failure);
    }
  }
}
