package com.faultmaven.status.subscriptions;

import com.faultmaven.mail.MailKey;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail about a notice is called: the notice, whom it is for, and which try it is. */
final class NoticeKey {

  private static final Pattern FORM =
      Pattern.compile("status\\.([0-9a-f-]{36})\\.([0-9a-f-]{36})(?:\\.[0-9]{1,4})?");

  private NoticeKey() {}

  /** Of the first try. */
  static MailKey of(UUID notice, SubscriptionId subscription) {
    return new MailKey("status." + notice + "." + subscription);
  }

  /** Of a try after so many that failed. */
  static MailKey of(UUID notice, SubscriptionId subscription, int tries) {
    return tries == 0
        ? of(notice, subscription)
        : new MailKey(of(notice, subscription).value() + "." + tries);
  }

  /** A notice that was sent to a subscription. */
  record Sent(UUID notice, UUID subscription) {

    /** What a mail was about, if it was about a notice of ours. */
    static Optional<Sent> of(MailKey key) {
      Matcher parts = FORM.matcher(key.value());
      return parts.matches()
          ? Optional.of(new Sent(UUID.fromString(parts.group(1)), UUID.fromString(parts.group(2))))
          : Optional.empty();
    }
  }
}
