package com.faultmaven.reports;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The reports {@code r} of a list in SQL: only what is asked for, so that it is planned for. */
final class ReportSelection {

  private final Reader reader;
  private final List<String> conditions = new ArrayList<>(List.of(Reader.VISIBLE));
  private final Map<String, Object> values = new TreeMap<>();

  ReportSelection(ReportFilter filter, Reader reader) {
    this.reader = reader;
    is("r.status", "status", filter.status() == null ? null : filter.status().word());
    add(":class = any(r.classifications)", "class", filter.classification());
    is("r.visibility", "visible", filter.visibility() == null ? null : filter.visibility().word());
    is("r.source", "source", filter.source());
    is("r.external_id", "name", filter.externalId());
    if (!filter.seqs().isEmpty()) {
      add("r.seq = any(:seqs)", "seqs", filter.seqs().toArray(Integer[]::new));
    }
    add(
        "r.seq = any(array(select l.seq from reports.links l where l.case_id = :case))",
        "case",
        filter.caseId() == null ? null : filter.caseId().value());
    is("r.reporter_id", "reporter", filter.reporter() == null ? null : filter.reporter().value());
    add("r.location <@ :box::box", "box", filter.box() == null ? null : filter.box().sql());
    add(
        "r.search @@ websearch_to_tsquery('simple', :text)",
        "text",
        filter.text() == null ? null : SearchedText.of(filter.text()));
    add("r.reported_at > :later", "later", filter.reportedAfter());
    add("r.reported_at < :earlier", "earlier", filter.reportedBefore());
    add("r.severity >= :least", "least", filter.severityMin());
  }

  /** Behind the end of a page. */
  void after(ReportSort sort, ReportSort.Position position) {
    conditions.add(sort.after());
    values.put("at", position.at());
    values.put("seq", position.seq());
    if (sort == ReportSort.WORST) {
      values.put("severity", position.severity());
    }
  }

  String where() {
    return String.join(" and ", conditions);
  }

  StatementSpec bind(StatementSpec statement) {
    ReportReads.seenBy(reader, statement);
    values.forEach(
        (name, value) -> {
          if (value instanceof Instant moment) {
            statement.param(name, moment.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
          } else {
            statement.param(name, value);
          }
        });
    return statement;
  }

  private void is(String column, String name, @Nullable Object value) {
    add(column + " = :" + name, name, value);
  }

  private void add(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }
}
