package com.faultmaven.reports.matching;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.reports.Box;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases whose anchor is in or at a box, those that changed last first. */
@Repository
class CandidateRows {

  /** About 200 m. */
  private static final double MARGIN_DEGREES = 0.0018;

  /** So many are asked about to find those the caller may read. */
  private static final int MOST = 200;

  private final JdbcClient jdbc;

  CandidateRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<CandidateRow> near(
      Box bounds, String classification, List<Integer> seqs, OrganizationId organization) {
    return jdbc.sql(
            """
            select d.case_id, d.report_count, d.cluster_count, (d.bounds[1])[0] as west,
              (d.bounds[1])[1] as south, (d.bounds[0])[0] as east, (d.bounds[0])[1] as north,
              (select count(*) from reports.links l
                where l.case_id = d.case_id and l.seq = any(:seqs)) as shared
            from reports.dossiers d
            where d.organization_id = :organization and d.classification = :classification
              and d.anchor <@ :box::box
              and not exists (select from reports.merges m where m.source_case_id = d.case_id)
            order by d.case_updated_at desc, d.case_id limit :limit
            """)
        .param("seqs", seqs.toArray(Integer[]::new))
        .param("organization", organization.value())
        .param("classification", classification)
        .param("box", around(bounds).sql())
        .param("limit", MOST)
        .query((row, _) -> candidate(row))
        .list();
  }

  private static Box around(Box bounds) {
    return new Box(
        bounds.west() - MARGIN_DEGREES,
        bounds.south() - MARGIN_DEGREES,
        bounds.east() + MARGIN_DEGREES,
        bounds.north() + MARGIN_DEGREES);
  }

  private static CandidateRow candidate(ResultSet row) throws SQLException {
    double west = row.getDouble("west");
    Box bounds =
        row.wasNull()
            ? null
            : new Box(west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north"));
    return new CandidateRow(
        CaseId.of(row.getString("case_id")),
        bounds,
        row.getInt("report_count"),
        row.getInt("cluster_count"),
        row.getInt("shared"));
  }
}
