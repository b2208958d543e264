package com.faultmaven.escalations;

import com.faultmaven.kernel.Refusal;

/** No letter can be sent here. */
public final class ChannelUnavailable extends Refusal {

  private ChannelUnavailable(String detail) {
    super(EscalationProblem.CHANNEL_UNAVAILABLE, detail);
  }

  static ChannelUnavailable now() {
    return new ChannelUnavailable(
        "No mail server is configured, or not where its recipients reach this service.");
  }
}
