package com.faultmaven.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobTest {

  private final MovableClock clock = new MovableClock("2026-03-14T12:00:00Z");
  private final Instant begin = clock.instant();
  private final Jobs jobs = new Jobs(clock);
  private final Job job = jobs.named("cleaning");

  @Test
  void runsUntilItFailsAndFailsUntilItSucceeds() {
    assertThat(job.state()).isEqualTo(new Job.State(begin, null, null));
    Instant success = later();
    job.succeeded();
    assertThat(job.state()).isEqualTo(new Job.State(begin, success, null));

    Instant failure = later();
    job.failed(new OutOfMemoryError());
    later();
    job.failed(new IllegalStateException());
    assertThat(job.state()).isEqualTo(new Job.State(failure, success, "IllegalStateException"));
    assertThat(job.failures()).isEqualTo(2);

    Instant recovery = later();
    job.succeeded();
    assertThat(job.state()).isEqualTo(new Job.State(recovery, recovery, null));
  }

  @Test
  void isMeasuredWheneverItBecomesKnown() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    jobs.bindTo(meters);
    Job late = jobs.named("late");
    later();
    job.succeeded();
    late.failed(new OutOfMemoryError());

    assertThat(gauge(meters, "faultmaven.job.failing", "cleaning")).isZero();
    assertThat(gauge(meters, "faultmaven.job.failing", "late")).isEqualTo(1);
    assertThat(gauge(meters, "faultmaven.job.success.age", "cleaning")).isZero();
    assertThat(meters.get("faultmaven.job.failures").tag("job", "late").functionCounter().count())
        .isEqualTo(1);
  }

  private static double gauge(SimpleMeterRegistry meters, String name, String job) {
    return meters.get(name).tag("job", job).gauge().value();
  }

  private Instant later() {
    clock.set(clock.instant().plusSeconds(10).toString());
    return clock.instant();
  }
}
