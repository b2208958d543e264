package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.reports.Box;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What reports say of a case, those of cases that are merged into it included.
 *
 * @param type what kind of case it is, as its reporters call it
 * @param geometry GeoJSON, or null if nobody said
 * @param bounds of the geometry and of its reports; null without both
 * @param anchor the id of the report that stands for the case
 * @param mergedInto the case with which it shows
 * @param mergedFrom the cases that show with it, in the order they were merged
 * @param version 0 if nothing was ever kept
 */
public record Dossier(
    CaseId caseId,
    String type,
    String classification,
    @Nullable String uncertaintyNotes,
    @Nullable String geometry,
    @Nullable Box bounds,
    @Nullable String anchor,
    Scores scores,
    @Nullable Instant firstSeenAt,
    @Nullable Instant lastSeenAt,
    int reportCount,
    int clusterCount,
    @Nullable CaseId mergedInto,
    List<CaseId> mergedFrom,
    EntityVersion version) {

  public static final String INCIDENT = "incident";
  public static final String PHYSICAL = "physical";

  /**
   * The version; where cases show together also what of it follows from the others, whose changes
   * are no changes of this one.
   */
  public String etag() {
    return mergedInto == null && mergedFrom.isEmpty()
        ? version.tag()
        : String.format(Locale.ROOT, "\"%s-%08x\"", version.value(), hashCode());
  }
}
