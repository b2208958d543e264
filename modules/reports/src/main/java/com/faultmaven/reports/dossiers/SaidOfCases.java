package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.dossiers.LinkableReports.Linkable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the reports of cases say to others, those included that came with merged cases. Whoever asks
 * has seen to it that the caller may read the case.
 */
@Repository
public class SaidOfCases {

  /** The addresses in analyses {@code a}, {@code :limit} of them, each once, in an order. */
  private static final String ADDRESSES =
      """
      , named as (
        select c.email, row_number() over (order by %1$s, lower(a.language) <> 'en',
          a.language collate "C", c.place) as place
        from %2$s join reports.analyses a on a.report_id = r.report_id
          cross join unnest(a.contact_emails) with ordinality c (email, place)
        order by place limit 2000)
      select (array_agg(email order by place))[1] from named
      group by lower(email) order by min(place) limit :limit
      """;

  private static final String GIST =
      LinkedReports.SHOWN
          + """
          select (select count(*) from shown) as total,
            (select d.classification from reports.dossiers d where d.case_id = :case) as kept,
            w.*
          from (values (1)) one left join (
            select r.seq, r.reported_at, r.severity, r.title,
              r.location[0] as longitude, r.location[1] as latitude,
              (select a.summary from reports.analyses a where a.report_id = r.report_id
                order by lower(a.language) <> 'en', a.language collate "C" limit 1) as summary
            from shown s join reports.reports r on r.seq = s.seq
            order by coalesce(r.severity, -1) desc, r.reported_at desc, r.seq desc limit :limit) w
            on true
          order by coalesce(w.severity, -1) desc, w.reported_at desc, w.seq desc
          """;

  private final JdbcClient jdbc;
  private final LinkableReports reports;
  private final LinkStore links;
  private final DossierReads dossiers;

  SaidOfCases(JdbcClient jdbc, LinkableReports reports, LinkStore links, DossierReads dossiers) {
    this.jdbc = jdbc;
    this.reports = reports;
    this.links = links;
    this.dossiers = dossiers;
  }

  private record Row(long count, @Nullable String classification, Gist.@Nullable Report report) {}

  /** The reports of a case in a few lines; so many of them at most. */
  public Gist gist(CaseId id, int most) {
    List<Row> rows =
        jdbc.sql(GIST)
            .param("case", id.value())
            .param("limit", most)
            .query(SaidOfCases::row)
            .list();
    String kept = rows.getFirst().classification();
    return new Gist(
        kept == null ? Dossier.PHYSICAL : kept,
        rows.getFirst().count(),
        rows.stream().map(Row::report).filter(Objects::nonNull).toList());
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    OffsetDateTime at = row.getObject("reported_at", OffsetDateTime.class);
    return new Row(
        row.getLong("total"),
        row.getString("kept"),
        at == null
            ? null
            : new Gist.Report(
                row.getInt("seq"),
                at.toInstant(),
                place(row),
                number(row, "severity"),
                row.getString("title"),
                row.getString("summary")));
  }

  private static @Nullable Place place(ResultSet row) throws SQLException {
    Double longitude = number(row, "longitude");
    return longitude == null ? null : new Place(longitude, row.getDouble("latitude"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? null : number;
  }

  /** What is kept of a case. */
  public Dossier dossier(CaseId id) {
    return dossiers.of(id);
  }

  /** Whether a report is one of the case. */
  public boolean have(CaseId id, String report) {
    return links.find(id, report).isPresent();
  }

  /** The case, and those that show with it. */
  public List<CaseId> together(CaseId id) {
    return jdbc.sql(Members.WITH + "select case_id from members order by case_id <> :case, case_id")
        .param("case", id.value())
        .query((row, _) -> CaseId.of(row.getString(1)))
        .list();
  }

  /** Who the reports of a case name as those to write to, in the order they were linked. */
  public List<String> addresses(CaseId id, int most) {
    return jdbc.sql(
            LinkedReports.SHOWN
                + ADDRESSES.formatted(
                    "s.attached_at, s.seq", "shown s join reports.reports r on r.seq = s.seq"))
        .param("case", id.value())
        .param("limit", most)
        .query(String.class)
        .list();
  }

  /**
   * Who reports name as those to write to, in their order.
   *
   * @throws InvalidRequest naming each there is not, or that the caller may not read
   */
  public List<String> addresses(List<String> reportIds, int most, Caller caller) {
    List<Linkable> known = reports.require(reportIds, Reader.of(caller));
    return jdbc.sql(
            "with asked as (select * from unnest(:ids::text[]) with ordinality x (report_id, nth))"
                + ADDRESSES.formatted("r.nth", "asked r"))
        .param("ids", known.stream().map(Linkable::id).toArray(String[]::new))
        .param("limit", most)
        .query(String.class)
        .list();
  }
}
