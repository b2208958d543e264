package com.faultmaven.reports.clusters;

import com.faultmaven.reports.Reader;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.ReportRows;
import com.faultmaven.reports.areas.Area;
import com.faultmaven.reports.clusters.Scope.Among;
import com.faultmaven.reports.clusters.Scope.Around;
import com.faultmaven.reports.clusters.Scope.Within;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the newest reports of a scope, in one statement. */
@Repository
class ScopeReports {

  /** So much text and no more: what is compared and answered is held in memory. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final ReportRows ROWS = new ReportRows();

  private static final String READ =
      """
      , measured as (
        select newest.seq, row_number() over latest as place, count(*) over () as found,
          coalesce(sum(r.size) over (latest rows between unbounded preceding and 1 preceding), 0)
            as before
        from newest join reports.reports r on r.seq = newest.seq
        window latest as (order by newest.reported_at desc, newest.seq desc))
      select %s, measured.found
      from measured join reports.reports r on r.seq = measured.seq
      where measured.place <= :limit and measured.before < :bytes
      order by measured.place
      """
          .formatted(ReportRows.COLUMNS);

  private final JdbcClient jdbc;

  ScopeReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Reports, the newest first.
   *
   * @param truncated whether there are more than were taken
   */
  record Taken(List<Report> reports, boolean truncated) {}

  /** The newest reports of a scope that everybody in the organization may read. */
  Taken take(Question question, Reader reader) {
    return bound(
            switch (question.scope()) {
              case Within within -> within(within.area(), question, reader);
              case Around around -> around(around, question, reader);
              case Among among -> among(among, question, reader);
            },
            question,
            reader)
        .param("limit", question.limit())
        .param("bytes", MOST_BYTES)
        .query(
            rows -> {
              List<Report> reports = new ArrayList<>();
              int found = 0;
              while (rows.next()) {
                found = rows.getInt("found");
                reports.add(ROWS.mapRow(rows, reports.size()));
              }
              return new Taken(reports, found > reports.size());
            });
  }

  /** Which of these belong to scopes. */
  Set<ReportId> known(Collection<ReportId> ids, Reader reader) {
    return jdbc.sql(
            """
            select r.report_id from reports.reports r where r.report_id = any(:ids)
              and r.organization_id = :organization and r.visibility = any(:visible)
            """)
        .param("ids", ReportId.values(ids))
        .param("organization", reader.organization().value())
        .param("visible", visible(reader))
        .query((row, _) -> new ReportId(row.getString(1)))
        .set();
  }

  private StatementSpec within(Area area, Question question, Reader reader) {
    boolean holes = area.holes().length > 0;
    StatementSpec statement =
        jdbc.sql(ScopeSql.within(question, reader, holes) + READ).param("outers", area.outers());
    return holes
        ? statement.param("holes", area.holes()).param("owners", area.ownersOfHoles())
        : statement;
  }

  private StatementSpec around(Around around, Question question, Reader reader) {
    return jdbc.sql(ScopeSql.around(question, reader) + READ)
        .param("box", around.bounds().sql())
        .param("longitude", around.center().longitude())
        .param("latitude", around.center().latitude())
        .param("metres", around.metres());
  }

  private StatementSpec among(Among among, Question question, Reader reader) {
    return jdbc.sql(ScopeSql.among(question) + READ)
        .param("ids", ReportId.values(among.reports()))
        .param("visible", visible(reader));
  }

  private static StatementSpec bound(StatementSpec statement, Question question, Reader reader) {
    statement
        .param("organization", reader.organization().value())
        .param("classification", question.classification())
        .param("most", question.limit() + 1);
    moment(statement, "after", question.after());
    moment(statement, "before", question.before());
    return statement;
  }

  private static void moment(StatementSpec statement, String name, @Nullable Instant moment) {
    if (moment != null) {
      statement.param(name, moment.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }
  }

  private static String[] visible(Reader reader) {
    return reader.isNobody() ? new String[] {"public"} : new String[] {"public", "organization"};
  }
}
