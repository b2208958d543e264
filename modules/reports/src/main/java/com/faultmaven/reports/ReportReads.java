package com.faultmaven.reports;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads single reports. */
@Repository
class ReportReads {

  private static final ReportRows ROWS = new ReportRows();

  private static final String ONE =
      "select "
          + ReportRows.COLUMNS
          + " from reports.reports r where r.report_id = :id and "
          + Reader.VISIBLE;

  /** What is called like that at its source. */
  record Named(String source, String externalId, ReportId id, int seq) {}

  private final JdbcClient jdbc;

  ReportReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Report get(ReportId id, Reader reader) {
    return seenBy(reader, jdbc.sql(ONE).param("id", id.value()))
        .query(ROWS)
        .optional()
        .orElseThrow(() -> ReportNotFound.of(id));
  }

  /** A report that stays as it is until the transaction ends, but for what is changed here. */
  Report lock(ReportId id, Reader reader) {
    // a statement that waits for a lock sees nothing of what others did to analyses meanwhile
    seqOf(id, reader, " for update of r");
    return get(id, reader);
  }

  /** The number of a report that they may read. */
  int seqOf(ReportId id, Reader reader) {
    return seqOf(id, reader, "");
  }

  private int seqOf(ReportId id, Reader reader, String locking) {
    String sql = "select r.seq from reports.reports r where r.report_id = :id and ";
    return seenBy(reader, jdbc.sql(sql + Reader.VISIBLE + locking).param("id", id.value()))
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> ReportNotFound.of(id));
  }

  /** The report of the organization that is called like this one at its source. */
  Optional<Report> named(Report like) {
    return jdbc.sql(
            "select "
                + ReportRows.COLUMNS
                + """
                 from reports.reports r where r.organization_id = ? and r.source = ?
                  and r.external_id = ?
                """)
        .param(like.organization().value())
        .param(like.source())
        .param(like.externalId())
        .query(ROWS)
        .optional();
  }

  /** Which of these there are already under their names; all of one organization. */
  List<Named> namedLike(Collection<Report> reports) {
    return jdbc.sql(
            """
            select r.source, r.external_id, r.report_id, r.seq
            from unnest(:sources::text[], :names::text[]) wanted (source, name)
            join reports.reports r on r.organization_id = :organization
              and r.source = wanted.source and r.external_id = wanted.name
            """)
        .param("organization", reports.iterator().next().organization().value())
        .param("sources", reports.stream().map(Report::source).toArray(String[]::new))
        .param("names", reports.stream().map(Report::externalId).toArray(String[]::new))
        .query(
            (row, _) ->
                new Named(
                    row.getString(1),
                    row.getString(2),
                    new ReportId(row.getString(3)),
                    row.getInt(4)))
        .list();
  }

  /** Binds who reads. */
  static StatementSpec seenBy(Reader reader, StatementSpec statement) {
    return statement
        .param("organization", reader.organization().value())
        .param("readable", reader.readable())
        .param("reader", reader.name(), Types.VARCHAR);
  }
}
