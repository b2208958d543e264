package com.faultmaven.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds reports by their numbers. */
@Service
public class ReportNumbers {

  private final JdbcClient jdbc;

  ReportNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A report that has a number.
   *
   * @param place null for nowhere
   * @param classification of its preferred analysis; null without one
   */
  public record Numbered(
      int seq, ReportId id, @Nullable Place place, @Nullable String classification) {}

  /** Those of these that somebody may read, by their numbers; one statement, or none for none. */
  public Map<Integer, Numbered> find(Collection<Integer> seqs, Reader reader) {
    if (seqs.isEmpty()) {
      return Map.of();
    }
    String sql =
        """
        select r.seq, r.report_id, r.location[0] as longitude, r.location[1] as latitude,
          r.classification
        from reports.reports r where r.seq = any(:seqs) and
        """;
    return ReportReads.seenBy(
            reader,
            jdbc.sql(sql + " " + Reader.VISIBLE).param("seqs", seqs.toArray(Integer[]::new)))
        .query((row, _) -> numbered(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Numbered::seq, Function.identity()));
  }

  private static Numbered numbered(ResultSet row) throws SQLException {
    double longitude = row.getDouble("longitude");
    Place place = row.wasNull() ? null : new Place(longitude, row.getDouble("latitude"));
    return new Numbered(
        row.getInt("seq"),
        new ReportId(row.getString("report_id")),
        place,
        row.getString("classification"));
  }
}
