package com.faultmaven.status.web.statuspage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times with exactly three digits behind the second. */
final class Times {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  static String text(Instant instant) {
    return FORM.format(instant);
  }

  static @Nullable String ifAny(@Nullable Instant instant) {
    return instant == null ? null : text(instant);
  }
}
