package com.faultmaven.jobs;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.Locale;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.stereotype.Component;

/** Makes a job of every method that is {@code @Scheduled}, named for its class. */
@Component
class ScheduledJobs implements ObservationHandler<ScheduledTaskObservationContext> {

  private final Jobs jobs;

  ScheduledJobs(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ScheduledTaskObservationContext;
  }

  @Override
  public void onStop(ScheduledTaskObservationContext run) {
    Job job = jobs.named(name(run.getTargetClass()));
    Throwable failure = run.getError();
    if (failure == null) {
      job.succeeded();
    } else {
      job.failed(failure);
    }
  }

  /** {@code UsageCounts} is {@code usage-counts}. */
  private static String name(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
