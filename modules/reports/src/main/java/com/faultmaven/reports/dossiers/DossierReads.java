package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.reports.Box;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads dossiers, each in one statement. What a case keeps are its own figures; those of cases that
 * show together are computed when they are read, so that parting them is to take a pointer away.
 */
@Repository
class DossierReads {

  private static final String ONE =
      Members.WITH
          + """
          select d.*, a.report_id as anchor_report_id, one.*,
            coalesce(together.worst, d.severity) as severity_now,
            coalesce(together.urgency, d.urgency) as urgency_now,
            coalesce(together.worst, d.criticality) as criticality_now,
            coalesce(together.trend, d.trend) as trend_now,
            coalesce(together.reports, d.report_count) as reports_now,
            coalesce(together.clusters, d.cluster_count) as clusters_now,
            coalesce(together.first_seen, d.first_seen_at) as first_now,
            coalesce(together.last_seen, d.last_seen_at) as last_now
          from (
            select :case::varchar as id,
              (select m.target_case_id from reports.merges m where m.source_case_id = :case) as merged_into,
              array(select m.source_case_id from reports.merges m where m.target_case_id = :case
                order by m.merged_at, m.source_case_id) as merged_from,
              (select min((b.bounds[1])[0]) from reports.dossiers b join members using (case_id)) as west,
              (select min((b.bounds[1])[1]) from reports.dossiers b join members using (case_id)) as south,
              (select max((b.bounds[0])[0]) from reports.dossiers b join members using (case_id)) as east,
              (select max((b.bounds[0])[1]) from reports.dossiers b join members using (case_id)) as north) one
          left join reports.dossiers d on d.case_id = one.id
          left join reports.reports a on a.seq = d.anchor_seq
          left join lateral (
            select f.worst, f.urgency, f.trend, f.report_count as reports, f.cluster_count as clusters,
              f.first_seen_at as first_seen, f.last_seen_at as last_seen
            from (
              select %s
              from (select count(distinct c.cluster_id)::int as clusters
                from reports.case_clusters c join members using (case_id)) counted
              left join (
                select r.* from reports.reports r where r.seq in (
                  select l.seq from reports.links l join members using (case_id))) r on true
              group by clusters) f
            where cardinality(one.merged_from) > 0) together on true
          """
              .formatted(Figures.COLUMNS);

  private final JdbcClient jdbc;

  DossierReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The dossier of a case; an empty one if nothing is kept of it. */
  Dossier of(CaseId id) {
    return jdbc.sql(ONE).param("case", id.value()).query((row, _) -> dossier(id, row)).single();
  }

  private static Dossier dossier(CaseId id, ResultSet row) throws SQLException {
    String into = row.getString("merged_into");
    boolean kept = row.getString("case_id") != null;
    return new Dossier(
        id,
        kept ? row.getString("type") : Dossier.INCIDENT,
        kept ? row.getString("classification") : Dossier.PHYSICAL,
        row.getString("uncertainty_notes"),
        row.getString("geometry"),
        bounds(row),
        row.getString("anchor_report_id"),
        new Scores(
            row.getDouble("severity_now"),
            row.getDouble("urgency_now"),
            row.getDouble("confidence"),
            row.getDouble("exposure"),
            row.getDouble("criticality_now"),
            row.getDouble("trend_now")),
        instant(row, "first_now"),
        instant(row, "last_now"),
        row.getInt("reports_now"),
        row.getInt("clusters_now"),
        into == null ? null : CaseId.of(into),
        ids((String[]) row.getArray("merged_from").getArray()),
        new EntityVersion(row.getLong("version")));
  }

  private static @Nullable Box bounds(ResultSet row) throws SQLException {
    double west = row.getDouble("west");
    return row.wasNull()
        ? null
        : new Box(west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north"));
  }

  private static List<CaseId> ids(String[] values) {
    return Stream.of(values).map(CaseId::of).toList();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
