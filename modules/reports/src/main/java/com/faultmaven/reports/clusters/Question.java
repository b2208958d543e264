package com.faultmaven.reports.clusters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a scope.
 *
 * @param classification what kind of trouble is looked for
 * @param limit how many reports, the newest first
 * @param after null, or only reports of a later time
 * @param before null, or only reports of an earlier time
 */
public record Question(
    Scope scope,
    String classification,
    int limit,
    @Nullable Instant after,
    @Nullable Instant before) {

  /** How many reports one looks at at most. */
  public static final int MOST = 1_000;

  /** How many unless somebody says. */
  public static final int USUAL = 250;
}
