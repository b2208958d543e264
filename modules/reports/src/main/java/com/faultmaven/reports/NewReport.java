package com.faultmaven.reports;

import com.faultmaven.cases.Metadata;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says they saw.
 *
 * @param externalId what it is called at its source, or null
 * @param reportedAt null for now
 */
public record NewReport(
    String source,
    @Nullable String externalId,
    @Nullable Instant reportedAt,
    @Nullable Place location,
    Visibility visibility,
    String description,
    List<Analysis> analyses,
    List<Medium> media,
    Metadata metadata) {

  /** Where a report comes from unless somebody says. */
  public static final String API = "api";

  public NewReport {
    analyses = List.copyOf(analyses);
    media = List.copyOf(media);
  }
}
