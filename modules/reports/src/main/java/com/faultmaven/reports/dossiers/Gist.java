package com.faultmaven.reports.dossiers;

import com.faultmaven.reports.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a case in a few lines.
 *
 * @param count how many there are
 * @param worst some of them: the worst first, then the newest
 */
public record Gist(String classification, long count, List<Report> worst) {

  /** One of them; what is null was not said. */
  public record Report(
      int seq,
      Instant reportedAt,
      @Nullable Place place,
      @Nullable Double severity,
      @Nullable String title,
      @Nullable String summary) {}
}
