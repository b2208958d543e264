package com.faultmaven.web.lifecycle;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What clients are called in counts: as configured, so that nobody can invent more. */
public record ClientNames(Set<String> known) {

  public static final String HEADER = "X-Client-ID";

  private static final String OTHER = "other";
  private static final String UNKNOWN = "unknown";

  /** Stand for those who are not configured, and those who do not say. */
  static final Set<String> RESERVED = Set.of(OTHER, UNKNOWN);

  /** What a client that sent this is called. */
  public String of(@Nullable String sent) {
    if (sent == null || sent.isBlank()) {
      return UNKNOWN;
    }
    String name = sent.strip();
    return known.contains(name) ? name : OTHER;
  }
}
