package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.Refusal;

/** Nothing is sent by this channel here. */
public final class ChannelUnavailable extends Refusal {

  private ChannelUnavailable(String detail) {
    super(SubscriptionProblem.CHANNEL_UNAVAILABLE, detail);
  }

  static ChannelUnavailable withoutMail() {
    return new ChannelUnavailable("Nothing is sent by mail here.");
  }

  static ChannelUnavailable ofPrivatePage() {
    return new ChannelUnavailable(
        "Mail is sent about public pages; that of this organization is not public.");
  }
}
