package com.faultmaven.kernel;

import java.util.Locale;
import java.util.Map;

/** The resource has changed since the caller read it. */
public final class VersionConflict extends Refusal {

  private VersionConflict(EntityVersion current, String detail) {
    super(CommonProblem.VERSION_CONFLICT, detail, Map.of("current_version", current.value()));
  }

  public static VersionConflict now(EntityVersion current) {
    return new VersionConflict(
        current,
        "The resource has changed since you read it. Read it again, then repeat your change.");
  }

  /** The caller may well have seen this version, but its tag does not promise so. */
  static VersionConflict weak(EntityVersion current) {
    return new VersionConflict(
        current,
        String.format(
            Locale.ROOT,
            "If-Match has a weak ETag (W/), which matches nothing. A proxy that compresses or rewrites"
                + " answers makes it weak; send the version as \"%d\" instead.",
            current.value()));
  }
}
