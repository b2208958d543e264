package com.faultmaven.reports.matching;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Metadata;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Box;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.ReportRows;
import com.faultmaven.reports.clusters.Node;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases around a report, with the reports that are linked to them. */
@Repository
class NearbyCases {

  private static final double KM_PER_DEGREE = 111;
  private static final int READ_AT_ONCE = 50;

  private static final ReportRows ROWS = new ReportRows();

  private static final String NEARBY =
      """
      with nearby as (
        select d.case_id, min(away.h) as h
        from reports.dossiers d join reports.links l on l.case_id = d.case_id
        join reports.reports r on r.seq = l.seq and r.location <@ :box::box
        cross join lateral (
          select power(sin(radians(r.location[1] - :latitude) / 2), 2)
            + cos(radians(:latitude)) * cos(radians(r.location[1]))
            * power(sin(radians(r.location[0] - :longitude) / 2), 2) as h) away
        where d.organization_id = :organization and d.bounds && :box::box and not d.case_archived
          and (d.case_status in ('consulting', 'investigating')
            or d.case_status = 'resolved' and d.case_updated_at >= :since)
          and 2 * 6371 * asin(least(1, sqrt(away.h))) <= :radius
          and not exists (select from reports.merges m where m.source_case_id = d.case_id)
          and not exists (select from reports.links o where o.case_id = d.case_id and o.seq = :seq)
          and not exists (select from reports.matches o where o.case_id = d.case_id and o.seq = :seq)
        group by d.case_id order by h, d.case_id limit 50)
      select n.case_id, newest.* from nearby n cross join lateral (
        select r.report_id, r.seq, r.reported_at, r.location[0] as longitude,
          r.location[1] as latitude, a.language, a.title, a.summary, a.description,
          a.classification, a.severity, a.brand
        from (
          select l.seq, l.attached_at from reports.links l where l.case_id = n.case_id
          order by l.attached_at desc, l.seq desc limit 50) l
        join reports.reports r on r.seq = l.seq
        cross join lateral (
          select a.* from reports.analyses a where a.report_id = r.report_id
          order by lower(a.language) <> 'en', a.language collate "C" limit 1) a
        order by l.attached_at desc, l.seq desc) newest
      order by n.case_id, newest.reported_at desc, newest.seq desc
      """;

  private final JdbcClient jdbc;

  NearbyCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A report that may be proposed: one that is active, somewhere, and not private. */
  Optional<Report> proposable(ReportId id) {
    return jdbc.sql(
            "select "
                + ReportRows.COLUMNS
                + """
                 from reports.reports r where r.report_id = ? and r.status = 'active'
                  and r.location is not null and r.visibility in ('public', 'organization')
                for key share of r
                """)
        .param(id.value())
        .query(ROWS)
        .optional();
  }

  /**
   * Hands over at most 50 cases of which the report is not yet said to be or not to be, each with
   * its newest reports; the texts of one case at a time are in memory.
   *
   * @param since when a case was resolved at the earliest
   */
  void each(
      Report report,
      Place place,
      double radiusKm,
      Instant since,
      BiConsumer<CaseId, List<Node>> taker) {
    jdbc.sql(NEARBY)
        .param("box", around(place, radiusKm).sql())
        .param("longitude", place.longitude())
        .param("latitude", place.latitude())
        .param("organization", report.organization().value())
        .param("since", since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("radius", radiusKm)
        .param("seq", report.seq())
        .withFetchSize(READ_AT_ONCE)
        .query(
            rows -> {
              handOver(rows, taker);
              return true;
            });
  }

  private static void handOver(ResultSet rows, BiConsumer<CaseId, List<Node>> taker)
      throws SQLException {
    List<Node> nodes = new ArrayList<>();
    String current = "";
    while (rows.next()) {
      String next = rows.getString("case_id");
      if (!next.equals(current) && !nodes.isEmpty()) {
        taker.accept(CaseId.of(current), List.copyOf(nodes));
        nodes.clear();
      }
      current = next;
      nodes.add(node(rows));
    }
    if (!nodes.isEmpty()) {
      taker.accept(CaseId.of(current), List.copyOf(nodes));
    }
  }

  private static Node node(ResultSet row) throws SQLException {
    double longitude = row.getDouble("longitude");
    Place place = row.wasNull() ? null : new Place(longitude, row.getDouble("latitude"));
    return new Node(
        new ReportId(row.getString("report_id")),
        row.getInt("seq"),
        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
        place,
        new Analysis(
            row.getString("language"),
            row.getString("title"),
            row.getString("summary"),
            row.getString("description"),
            row.getString("classification"),
            row.getDouble("severity"),
            row.getString("brand"),
            List.of(),
            Metadata.EMPTY));
  }

  /** A box that surely has everything in it that is so near. */
  private static Box around(Place place, double radiusKm) {
    double latitudes = radiusKm / KM_PER_DEGREE;
    double cosine = Math.cos(Math.toRadians(Math.min(89, Math.abs(place.latitude()) + latitudes)));
    double longitudes = latitudes / cosine;
    return new Box(
        place.longitude() - longitudes,
        place.latitude() - latitudes,
        place.longitude() + longitudes,
        place.latitude() + latitudes);
  }
}
