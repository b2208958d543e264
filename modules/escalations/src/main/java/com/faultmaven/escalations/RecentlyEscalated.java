package com.faultmaven.escalations;

import com.faultmaven.kernel.Refusal;
import java.time.Duration;

/** Somebody got a letter about the case a short time ago. */
public final class RecentlyEscalated extends Refusal {

  private RecentlyEscalated(String detail) {
    super(EscalationProblem.RECENTLY_ESCALATED, detail);
  }

  static RecentlyEscalated to(int addresses, Duration within) {
    return new RecentlyEscalated(
        "A letter about this case went to %s of these addresses within the last %s minutes."
            .formatted(addresses, within.toMinutes()));
  }
}
