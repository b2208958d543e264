package com.faultmaven.reports;

import com.faultmaven.kernel.paging.LargeRows;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.ReportSort.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a page of reports in one statement, and counts the list in another. */
@Component
class ReportListQuery {

  private static final ReportRows ROWS = new ReportRows();

  /** Of the rows of a page those that fit, and beside them where the whole page ends. */
  private static final String FITTING =
      """
      with page as materialized (
        select r.seq, r.reported_at, coalesce(r.severity, -1) as severity, r.size,
          row_number() over (order by %1$s) as place
        from reports.reports r where %2$s order by %1$s limit :most offset :skipped),
      measured as (
        select page.*, count(*) over () as found,
          coalesce(sum(size) over (
            order by place rows between unbounded preceding and 1 preceding), 0) as before
        from page)
      select %3$s, m.found, m.severity as sort_severity,
        last.severity as end_severity, last.reported_at as end_at, last.seq as end_seq
      from measured m join reports.reports r on r.seq = m.seq
      left join page last on last.place = :last
      where m.before < :bytes
      order by m.place
      """;

  private final JdbcClient jdbc;

  ReportListQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A report and its place in the list. */
  record Listed(Report report, Position position) {}

  /**
   * What fits of a page.
   *
   * @param found how many rows there are, one more than the limit at most
   * @param end where the whole page ends, if there are rows behind it
   */
  record Fetched(List<Listed> fitting, int found, @Nullable Position end) {}

  Fetched fetch(ReportSelection selection, ReportSort sort, Paging paging) {
    ResultSetExtractor<Fetched> page = rows -> fetched(rows, paging.limit());
    return selection
        .bind(jdbc.sql(FITTING.formatted(sort.order(), selection.where(), ReportRows.COLUMNS)))
        .param("most", paging.limit() + 1)
        .param("last", (long) paging.offset() + paging.limit())
        .param("skipped", paging.offset())
        .param("bytes", LargeRows.MOST_BYTES)
        .query(page);
  }

  long count(ReportSelection selection) {
    return selection
        .bind(jdbc.sql("select count(*) from reports.reports r where " + selection.where()))
        .query(Long.class)
        .single();
  }

  private static Fetched fetched(ResultSet rows, int limit) throws SQLException {
    List<Listed> fitting = new ArrayList<>();
    int found = 0;
    Position end = null;
    while (rows.next()) {
      found = rows.getInt("found");
      if (found > limit) {
        end =
            new Position(
                rows.getDouble("end_severity"),
                rows.getObject("end_at", OffsetDateTime.class).toInstant(),
                rows.getInt("end_seq"));
      }
      Report report = ROWS.mapRow(rows, fitting.size());
      fitting.add(
          new Listed(
              report,
              new Position(rows.getDouble("sort_severity"), report.reportedAt(), report.seq())));
    }
    return new Fetched(fitting.subList(0, Math.min(fitting.size(), limit)), found, end);
  }
}
