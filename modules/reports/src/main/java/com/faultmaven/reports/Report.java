package com.faultmaven.reports;

import com.faultmaven.cases.Metadata;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw, as it is stored.
 *
 * @param analyses by language
 * @param caseCount in how many cases it is linked
 * @param facts the number of its last event
 */
public record Report(
    ReportId id,
    int seq,
    OrganizationId organization,
    String source,
    @Nullable String externalId,
    @Nullable UserId reporter,
    Instant reportedAt,
    @Nullable Place location,
    Visibility visibility,
    ReportStatus status,
    String description,
    List<Analysis> analyses,
    List<Medium> media,
    Metadata metadata,
    int caseCount,
    Instant createdAt,
    Instant updatedAt,
    long facts,
    EntityVersion version) {

  static final int MOST_ANALYSES = 10;

  public Report {
    analyses = List.copyOf(analyses);
    media = List.copyOf(media);
  }

  /** The analysis that speaks for it, if it has any. */
  public Optional<Analysis> preferred() {
    return Analysis.preferred(analyses);
  }

  /** Of all its analyses, each once. */
  public List<String> classifications() {
    return analyses.stream().map(Analysis::classification).distinct().sorted().toList();
  }

  /** Those under which scopes find it. */
  List<String> scopeClassifications() {
    boolean found = status == ReportStatus.ACTIVE && location != null && visibility.isInScopes();
    return found ? classifications() : List.of();
  }

  /** It begins with the version, which is all that {@code If-Match} compares. */
  public String etag() {
    return caseCount == 0 ? version.tag() : "\"" + version.value() + "-" + caseCount + "\"";
  }

  /**
   * The next version of it.
   *
   * @param told whether an event tells of the change
   */
  Report changed(
      ReportStatus nextStatus,
      Visibility nextVisibility,
      Metadata nextMetadata,
      List<Analysis> nextAnalyses,
      boolean told,
      Instant at) {
    return new Report(
        id,
        seq,
        organization,
        source,
        externalId,
        reporter,
        reportedAt,
        location,
        nextVisibility,
        nextStatus,
        description,
        nextAnalyses,
        media,
        nextMetadata,
        caseCount,
        createdAt,
        at,
        told ? facts + 1 : facts,
        new EntityVersion(version.value() + 1));
  }

  /** Whether it says the same as another one in what clients may change. */
  boolean says(Report other) {
    return visibility == other.visibility
        && status == other.status
        && metadata.equals(other.metadata)
        && analyses.equals(other.analyses);
  }
}
