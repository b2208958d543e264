package com.faultmaven.jobs;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** The background jobs of this process, each with its metrics. */
@Component
public class Jobs implements MeterBinder {

  private final Clock clock;
  private final Map<String, Job> jobs = new ConcurrentSkipListMap<>();
  private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

  Jobs(Clock clock) {
    this.clock = clock;
  }

  /** The job of a name, which is known from now on. */
  public Job named(String name) {
    return jobs.computeIfAbsent(name, this::create);
  }

  /** All that are known, by name. */
  public List<Job> all() {
    return List.copyOf(jobs.values());
  }

  private Job create(String name) {
    Job job = new Job(name, clock);
    registries.forEach(registry -> measure(job, registry));
    return job;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    registries.add(registry);
    jobs.values().forEach(job -> measure(job, registry));
  }

  private void measure(Job job, MeterRegistry registry) {
    Gauge.builder("faultmaven.job.failing", () -> job.state().isFailing() ? 1 : 0)
        .description("1 while a background job of this process fails")
        .tag("job", job.name())
        .register(registry);
    Gauge.builder("faultmaven.job.success.age", () -> secondsSinceSuccess(job.state()))
        .description("How long ago a background job of this process last succeeded")
        .baseUnit("seconds")
        .tag("job", job.name())
        .register(registry);
    FunctionCounter.builder("faultmaven.job.failures", job, Job::failures)
        .description("Failures of a background job of this process")
        .tag("job", job.name())
        .register(registry);
  }

  private double secondsSinceSuccess(Job.State state) {
    Instant last = state.lastSuccess();
    return Duration.between(last == null ? state.since() : last, clock.instant()).toMillis()
        / 1000.0;
  }
}
