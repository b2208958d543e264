package com.faultmaven.reports.dossiers;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds reports by the ids that callers send, if they may read them. */
@Repository
class LinkableReports {

  private static final int MOST_NAMED = 50;

  private final JdbcClient jdbc;

  LinkableReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A report that may be linked; it is not deleted before the transaction ends. */
  record Linkable(
      String id,
      int seq,
      @Nullable Double severity,
      @Nullable String classification,
      Instant reportedAt) {

    DossierFact.Named named() {
      return new DossierFact.Named(id, seq);
    }

    /** How bad it is; nothing without an analysis. */
    double worth() {
      return severity == null ? 0 : severity;
    }
  }

  /**
   * Finds all, in the order they were sent.
   *
   * @throws InvalidRequest naming each there is not, or that the caller may not read
   */
  List<Linkable> require(List<String> ids, Reader reader) {
    Map<String, Linkable> found = find(ids, reader);
    List<Violation> violations = new ArrayList<>();
    for (int place = 0; place < ids.size(); place++) {
      if (!found.containsKey(ids.get(place))) {
        violations.add(unknown("/report_ids/" + place, ids.get(place)));
      }
    }
    if (!violations.isEmpty()) {
      throw InvalidRequest.body(violations.stream().limit(MOST_NAMED).toList());
    }
    return ids.stream().map(found::get).toList();
  }

  static Violation unknown(String pointer, String id) {
    String shown = ReportId.found(id).map(ReportId::value).orElse("of this name");
    return Violation.inBody(
        pointer, "unknown_report", "There is no report " + shown + " that you can read.");
  }

  Map<String, Linkable> find(List<String> ids, Reader reader) {
    return jdbc
        .sql(
            """
            select r.report_id, r.seq, r.severity, r.classification, r.reported_at
            from reports.reports r where r.report_id = any(:ids) and %s
            order by r.seq for key share of r
            """
                .formatted(Reader.VISIBLE))
        .param(
            "ids",
            ids.stream()
                .flatMap(id -> ReportId.found(id).stream())
                .map(ReportId::value)
                .toArray(String[]::new))
        .param("organization", reader.organization().value())
        .param("readable", reader.readable())
        .param("reader", reader.name(), Types.VARCHAR)
        .query((row, _) -> linkable(row))
        .stream()
        .collect(Collectors.toMap(Linkable::id, Function.identity()));
  }

  private static Linkable linkable(ResultSet row) throws SQLException {
    double severity = row.getDouble("severity");
    return new Linkable(
        row.getString("report_id"),
        row.getInt("seq"),
        row.getObject("severity") == null ? null : severity,
        row.getString("classification"),
        row.getObject("reported_at", OffsetDateTime.class).toInstant());
  }
}
