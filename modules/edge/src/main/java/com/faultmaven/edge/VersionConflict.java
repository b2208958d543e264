package com.faultmaven.edge;

import java.util.Map;

/** The resource has changed since the caller read it. */
public final class VersionConflict extends Refusal {

  private VersionConflict(EntityVersion current) {
    super(
        ProblemType.VERSION_CONFLICT,
        "The resource has changed since you read it. Read it again, then repeat your change.",
        Map.of("current_version", current.value()));
  }

  public static VersionConflict now(EntityVersion current) {
    return new VersionConflict(current);
  }
}
