package com.faultmaven.status.subscriptions;

import com.faultmaven.status.subscriptions.MailWriter.Told;
import com.faultmaven.status.subscriptions.Notices.Worded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what is put into words from what webhooks are sent. */
final class Wording {

  private static final String TEST = "test";

  private Wording() {}

  static Told of(Worded notice) {
    if (notice.kind().equals(TEST)) {
      return new Told(TEST, null, "A test", TEST, null, notice.at(), null, null, List.of());
    }
    Map<?, ?> shown = (Map<?, ?>) notice.body().getOrDefault("incident", Map.of());
    return new Told(
        notice.kind(),
        UUID.fromString(text(shown, "id")),
        text(shown, "name"),
        text(shown, "status"),
        said(shown),
        notice.at(),
        time(shown, "scheduled_for"),
        time(shown, "scheduled_until"),
        notice.services());
  }

  private static @Nullable String said(Map<?, ?> shown) {
    return shown.get("incident_updates") instanceof List<?> all
            && !all.isEmpty()
            && all.getFirst() instanceof Map<?, ?> first
            && first.get("body") instanceof String message
        ? message
        : null;
  }

  private static String text(Map<?, ?> shown, String member) {
    return String.valueOf(shown.get(member));
  }

  private static @Nullable Instant time(Map<?, ?> shown, String member) {
    return shown.get(member) instanceof String time ? Instant.parse(time) : null;
  }
}
