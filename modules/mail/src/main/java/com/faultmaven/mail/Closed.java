package com.faultmaven.mail;

import org.jspecify.annotations.Nullable;

/** There is no way out. What was on its way when there was one waits for the next. */
final class Closed implements WayOut {

  @Override
  public @Nullable String name() {
    return null;
  }

  @Override
  public HandOver handOver(MailKey key, String to, byte[] bytes) {
    return new HandOver.PutOff("no mail server is configured");
  }

  @Override
  public @Nullable Boolean hasLeft(MailKey key) {
    return null;
  }

  @Override
  public void forget(MailKey key) {}
}
