package com.faultmaven.status.subscriptions;

import com.faultmaven.jobs.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets addresses that never confirmed. */
@Component
class RequestRetention implements RecurringTask {

  private static final int AT_ONCE = 500;

  private final SubscriptionRequests requests;
  private final Clock clock;

  RequestRetention(SubscriptionRequests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "status.forget-requests";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    while (requests.deleteSomeUpTo(clock.instant(), AT_ONCE) == AT_ONCE) {}
  }
}
