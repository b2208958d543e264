package com.faultmaven.reports;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseTitle;
import com.faultmaven.kernel.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** In which cases reports are linked. */
@Service
public class CasesOfReports {

  private static final int MOST = 1_000;

  private final JdbcClient jdbc;
  private final ReportReads reports;
  private final CaseAccess cases;

  CasesOfReports(JdbcClient jdbc, ReportReads reports, CaseAccess cases) {
    this.jdbc = jdbc;
    this.reports = reports;
    this.cases = cases;
  }

  /** A case, and since when the report is linked to it. */
  public record LinkedCase(CaseTitle about, Instant linkedAt) {}

  /** The cases of a report that a caller may read, the latest link first. */
  public List<LinkedCase> of(ReportId id, Caller caller) {
    Map<CaseId, Instant> links = links(reports.seqOf(id, Reader.of(caller)));
    Map<CaseId, CaseTitle> readable =
        cases.titlesAmong(links.keySet(), caller).stream()
            .collect(Collectors.toMap(CaseTitle::id, Function.identity()));
    return links.entrySet().stream()
        .filter(link -> readable.containsKey(link.getKey()))
        .map(
            link ->
                new LinkedCase(
                    Objects.requireNonNull(readable.get(link.getKey())), link.getValue()))
        .toList();
  }

  private Map<CaseId, Instant> links(int seq) {
    Map<CaseId, Instant> links = new LinkedHashMap<>();
    jdbc.sql(
            """
            select l.case_id, l.attached_at from reports.links l where l.seq = ?
            order by l.attached_at desc, l.case_id limit ?
            """)
        .params(seq, MOST)
        .query(
            (row, _) ->
                Map.entry(
                    new CaseId(row.getString(1)),
                    row.getObject(2, OffsetDateTime.class).toInstant()))
        .list()
        .forEach(link -> links.put(link.getKey(), link.getValue()));
    return links;
  }
}
