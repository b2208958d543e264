package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.reports.Box;
import com.faultmaven.reports.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Dossiers in short, each with its own figures, for those who have asked who may read them. */
@Service
public class DossierSummaries {

  private final JdbcClient jdbc;

  DossierSummaries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A dossier in short.
   *
   * @param geometry GeoJSON, or null if nobody said
   * @param bounds of the geometry and of its reports; null without both
   * @param anchorSeq the number of the report that stands for the case
   * @param mergedInto the case with which it shows
   */
  public record Summary(
      CaseId caseId,
      String classification,
      @Nullable String geometry,
      @Nullable Box bounds,
      @Nullable Integer anchorSeq,
      @Nullable Place anchor,
      double severity,
      double urgency,
      int reportCount,
      int clusterCount,
      @Nullable CaseId mergedInto) {

    /** Of a case of which nothing is kept. */
    public static Summary empty(CaseId id) {
      return new Summary(id, Dossier.PHYSICAL, null, null, null, null, 0, 0, 0, 0, null);
    }
  }

  /** Of the cases of which something is kept; one statement, or none for none. */
  public Map<CaseId, Summary> of(Collection<CaseId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select d.case_id, d.classification, d.geometry, (d.bounds[1])[0] as west,
                  (d.bounds[1])[1] as south, (d.bounds[0])[0] as east, (d.bounds[0])[1] as north,
                  d.anchor_seq, d.anchor[0] as longitude, d.anchor[1] as latitude, d.severity,
                  d.urgency, d.report_count, d.cluster_count,
                  (select m.target_case_id from reports.merges m
                    where m.source_case_id = d.case_id) as merged_into
                from reports.dossiers d where d.case_id = any(?)
                """)
            .param(CaseId.values(ids))
            .query((row, _) -> summary(row))
            .list()
            .stream()
            .collect(Collectors.toMap(Summary::caseId, Function.identity()));
  }

  private static Summary summary(ResultSet row) throws SQLException {
    double west = row.getDouble("west");
    Box bounds =
        row.wasNull()
            ? null
            : new Box(west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north"));
    double longitude = row.getDouble("longitude");
    Place anchor = row.wasNull() ? null : new Place(longitude, row.getDouble("latitude"));
    int seq = row.getInt("anchor_seq");
    Integer anchorSeq = row.wasNull() ? null : seq;
    String into = row.getString("merged_into");
    return new Summary(
        CaseId.of(row.getString("case_id")),
        row.getString("classification"),
        row.getString("geometry"),
        bounds,
        anchorSeq,
        anchor,
        row.getDouble("severity"),
        row.getDouble("urgency"),
        row.getInt("report_count"),
        row.getInt("cluster_count"),
        into == null ? null : CaseId.of(into));
  }
}
