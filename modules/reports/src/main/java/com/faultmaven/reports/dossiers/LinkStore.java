package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which reports are linked to which cases. */
@Repository
class LinkStore {

  private final JdbcClient jdbc;

  LinkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A link that was written. */
  record Written(int seq, boolean isNew) {}

  /** Links reports; of those that are linked exactly so nothing is written. */
  List<Written> put(CaseId id, List<Integer> seqs, Link link, UserId by, Instant now) {
    return jdbc.sql(
            """
            insert into reports.links as l (case_id, seq, reason, confidence, linked_by, attached_at)
            select ?, unnest(?::integer[]), ?, ?, ?, ?
            on conflict (case_id, seq) do update
              set reason = excluded.reason, confidence = excluded.confidence
              where (l.reason, l.confidence) is distinct from (excluded.reason, excluded.confidence)
            returning l.seq, l.xmax = 0 as is_new
            """)
        .params(
            id.value(),
            seqs.toArray(Integer[]::new),
            link.reason(),
            link.confidence(),
            by.value(),
            now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> new Written(row.getInt("seq"), row.getBoolean("is_new")))
        .list();
  }

  /** The case that has the report: this one, or else one that shows with it. */
  record Place(CaseId caseId, int seq) {}

  /** Where a report is linked of a case and those that show with it; and where that one shows. */
  Optional<Place> find(CaseId id, String reportId) {
    return jdbc.sql(
            Members.WITH
                + """
                select l.case_id, l.seq from reports.reports r
                join reports.links l on l.seq = r.seq join members using (case_id)
                where r.report_id = :report order by l.case_id <> :case, l.attached_at limit 1
                """)
        .param("case", id.value())
        .param("report", reportId)
        .query((row, _) -> new Place(CaseId.of(row.getString("case_id")), row.getInt("seq")))
        .optional();
  }

  /** How many reports the case has itself. */
  int count(CaseId id) {
    return jdbc.sql("select count(*) from reports.links where case_id = ?")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  void delete(CaseId id, int seq) {
    jdbc.sql("delete from reports.links where case_id = ? and seq = ?")
        .params(id.value(), seq)
        .update();
  }

  /** Whether the case itself has the report. */
  boolean has(CaseId id, String reportId) {
    return jdbc.sql(
            """
            select exists (
              select from reports.links l join reports.reports r on r.seq = l.seq
              where l.case_id = ? and r.report_id = ?)
            """)
        .params(id.value(), reportId)
        .query(Boolean.class)
        .single();
  }
}
