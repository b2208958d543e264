package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists what is linked to a case and to those that show with it, each report once. */
@Repository
class LinkedReports {

  /** The table {@code shown} of the links of {@code :case}. */
  static final String SHOWN =
      Members.WITH
          + """
          , shown as (
            select distinct on (l.seq) l.* from reports.links l join members using (case_id)
            order by l.seq, l.case_id <> :case, l.attached_at, l.case_id)
          """;

  private static final String PAGE =
      SHOWN
          + """
          select s.*, r.report_id, r.title, r.classification, r.severity, r.reported_at,
            r.location[0] as longitude, r.location[1] as latitude,
            (select a.summary from reports.analyses a where a.report_id = r.report_id
              order by lower(a.language) <> 'en', a.language collate "C" limit 1) as summary
          from shown s join reports.reports r on r.seq = s.seq
          where :after::timestamptz is null or (s.attached_at, s.seq) > (:after::timestamptz, :seq)
          order by s.attached_at, s.seq limit :limit offset :offset
          """;

  private final JdbcClient jdbc;

  LinkedReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order they were linked, then by number. */
  List<LinkedReport> list(CaseId id, @Nullable Instant after, int seq, int limit, int offset) {
    return jdbc.sql(PAGE)
        .param("case", id.value())
        .param("seq", seq)
        .param("limit", limit)
        .param("offset", offset)
        .param(
            "after",
            after == null ? null : after.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .query((row, _) -> linked(id, row))
        .list();
  }

  long count(CaseId id) {
    return jdbc.sql(SHOWN + "select count(*) from shown")
        .param("case", id.value())
        .query(Long.class)
        .single();
  }

  private static LinkedReport linked(CaseId id, ResultSet row) throws SQLException {
    CaseId of = CaseId.of(row.getString("case_id"));
    return new LinkedReport(
        row.getString("report_id"),
        row.getInt("seq"),
        row.getString("title"),
        row.getString("summary"),
        row.getString("classification"),
        number(row, "severity"),
        number(row, "longitude"),
        number(row, "latitude"),
        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
        row.getString("reason"),
        row.getDouble("confidence"),
        row.getObject("attached_at", OffsetDateTime.class).toInstant(),
        row.getString("linked_by"),
        of.equals(id) ? null : of);
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? null : number;
  }
}
