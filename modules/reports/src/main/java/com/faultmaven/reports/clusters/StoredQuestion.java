package com.faultmaven.reports.clusters;

import com.faultmaven.reports.Place;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.areas.GeoJson;
import com.faultmaven.reports.clusters.Scope.Among;
import com.faultmaven.reports.clusters.Scope.Around;
import com.faultmaven.reports.clusters.Scope.Within;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a scope, as it is kept: exactly one of area, center and reports is there.
 *
 * @param area as GeoJSON
 */
record StoredQuestion(
    @Nullable Map<String, Object> area,
    @Nullable Place center,
    @Nullable Double metres,
    @Nullable List<ReportId> reports,
    String classification,
    int limit,
    @Nullable Instant after,
    @Nullable Instant before) {

  static StoredQuestion of(Question asked) {
    return switch (asked.scope()) {
      case Within within -> stored(asked, within.area().geoJson(), null, null, null);
      case Around around -> stored(asked, null, around.center(), around.metres(), null);
      case Among among -> stored(asked, null, null, null, among.reports());
    };
  }

  private static StoredQuestion stored(
      Question asked,
      @Nullable Map<String, Object> area,
      @Nullable Place center,
      @Nullable Double metres,
      @Nullable List<ReportId> reports) {
    return new StoredQuestion(
        area,
        center,
        metres,
        reports,
        asked.classification(),
        asked.limit(),
        asked.after(),
        asked.before());
  }

  Question question() {
    return new Question(scope(), classification, limit, after, before);
  }

  private Scope scope() {
    if (area != null) {
      return new Within(GeoJson.stored(area));
    }
    return center == null || metres == null
        ? new Among(reports == null ? List.of() : reports)
        : new Around(center, metres);
  }
}
