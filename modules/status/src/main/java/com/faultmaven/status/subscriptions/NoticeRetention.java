package com.faultmaven.status.subscriptions;

import com.faultmaven.jobs.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets what subscribers were told long ago, and what came of it. */
@Component
class NoticeRetention implements RecurringTask {

  private static final Duration KEPT = Duration.ofDays(30);

  /** Each may have gone to thousands. */
  private static final int AT_ONCE = 2;

  private final Notices notices;
  private final Clock clock;

  NoticeRetention(Notices notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "status.forget-notices";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    while (notices.forget(clock.instant().minus(KEPT), AT_ONCE) == AT_ONCE) {}
  }
}
