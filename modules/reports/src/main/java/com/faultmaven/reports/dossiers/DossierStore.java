package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.ClaimedCase;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Writes dossiers of locked cases, one statement each. */
@Repository
class DossierStore {

  private static final String NEW =
      """
      insert into reports.dossiers as d (case_id, organization_id, type, classification, severity,
        urgency, confidence, exposure, criticality, trend, first_seen_at, last_seen_at, report_count,
        cluster_count, bounds, case_status, case_archived, case_updated_at, created_at, updated_at,
        version)
      """;

  private static final String RECOMPUTE =
      NEW
          + """
          select :case, :organization, 'incident', f.classification, f.worst, f.urgency, 0, 0, f.worst,
            f.trend, f.first_seen_at, f.last_seen_at, f.report_count, f.cluster_count, %s, :status,
            :archived, :updated, :now, :now, 1
          from (
            select %s, coalesce((array_agg(r.classification
                order by r.severity desc nulls last, r.reported_at desc, r.seq desc)
                filter (where r.classification is not null))[1], 'physical') as classification
            from (select count(*)::int as clusters
              from reports.case_clusters where case_id = :case) counted
            left join (reports.links l join reports.reports r on r.seq = l.seq) on l.case_id = :case
            group by clusters) f
          on conflict (case_id) do update set severity = excluded.severity,
            urgency = excluded.urgency, criticality = excluded.criticality, trend = excluded.trend,
            first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at,
            report_count = excluded.report_count, cluster_count = excluded.cluster_count,
            bounds = excluded.bounds, case_status = excluded.case_status, case_archived = excluded.case_archived,
            case_updated_at = excluded.case_updated_at,
            updated_at = excluded.updated_at, version = d.version + 1,
            anchor_seq = (select l.seq from reports.links l where l.case_id = :case and l.seq = d.anchor_seq),
            anchor = (select r.location from reports.links l join reports.reports r on r.seq = l.seq
              where l.case_id = :case and l.seq = d.anchor_seq)
          returning d.report_count
          """
              .formatted(
                  Figures.bounds(
                      "(select g.geometry from reports.dossiers g where g.case_id = :case)"),
                  Figures.COLUMNS);

  private static final String TOUCH =
      NEW
          + """
          select c.id, :organization, 'incident', 'physical', 0, 0, 0, 0, 0, 0, null, null, 0, 0, null,
            c.status, c.archived, c.updated, :now, :now, 1
          from unnest(:cases::text[], :statuses::text[], :archived::boolean[], :updated::timestamptz[])
            as c (id, status, archived, updated)
          on conflict (case_id) do update set case_status = excluded.case_status, case_archived = excluded.case_archived,
            case_updated_at = excluded.case_updated_at,
            updated_at = excluded.updated_at, version = d.version + 1
          """;

  private static final String DESCRIBE =
      """
      update reports.dossiers d set type = :type, classification = :classification,
        uncertainty_notes = :notes, geometry = :geometry::jsonb, bounds = %s, anchor_seq = a.seq,
        anchor = a.location
      from (values (1)) one left join reports.reports a on a.report_id = :anchor
      where d.case_id = :case
      """
          .formatted(Figures.bounds(":geometry::jsonb"));

  private final JdbcClient jdbc;

  DossierStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the dossier say what the links of the case do. */
  int recompute(ClaimedCase claimed, Instant now) {
    return of(jdbc.sql(RECOMPUTE), claimed, now).query(Integer.class).single();
  }

  /**
   * Raises the versions of the dossiers, and makes sure that there are any; of one organization.
   */
  void touch(List<ClaimedCase> claimed, Instant now) {
    jdbc.sql(TOUCH)
        .param("organization", claimed.getFirst().organization().value())
        .param("cases", claimed.stream().map(it -> it.id().value()).toArray(String[]::new))
        .param("statuses", claimed.stream().map(it -> it.status().word()).toArray(String[]::new))
        .param("archived", claimed.stream().map(ClaimedCase::archived).toArray(Boolean[]::new))
        .param(
            "updated", claimed.stream().map(it -> it.updatedAt().toString()).toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /** Describes the case, of which there is a dossier. */
  void describe(CaseId id, Description description) {
    jdbc.sql(DESCRIBE)
        .param("case", id.value())
        .param("type", description.type())
        .param("classification", description.classification())
        .param("notes", description.uncertaintyNotes(), Types.VARCHAR)
        .param("geometry", description.geometry(), Types.VARCHAR)
        .param("anchor", description.anchor(), Types.VARCHAR)
        .update();
  }

  /** Gives the dossier the scores a case begins with that is opened from a report. */
  void score(CaseId id, Scores scores) {
    jdbc.sql(
            """
            update reports.dossiers set severity = ?, urgency = ?, confidence = ?, exposure = ?,
              criticality = ?, trend = ?
            where case_id = ?
            """)
        .params(
            scores.severity(),
            scores.urgency(),
            scores.confidence(),
            scores.exposure(),
            scores.criticality(),
            scores.trend(),
            id.value())
        .update();
  }

  /** Remembers how a case stands, unless something later is known of it. */
  void follow(CaseId id, @Nullable String status, @Nullable Boolean archived, Instant at) {
    jdbc.sql(
            """
            update reports.dossiers set case_status = coalesce(:status, case_status),
              case_archived = coalesce(:archived, case_archived), case_updated_at = :at
            where case_id = :case and case_updated_at <= :at
            """)
        .param("case", id.value())
        .param("status", status, Types.VARCHAR)
        .param("archived", archived, Types.BOOLEAN)
        .param("at", at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  private static StatementSpec of(StatementSpec statement, ClaimedCase claimed, Instant now) {
    return statement
        .param("case", claimed.id().value())
        .param("organization", claimed.organization().value())
        .param("status", claimed.status().word())
        .param("archived", claimed.archived())
        .param(
            "updated", claimed.updatedAt().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
  }
}
