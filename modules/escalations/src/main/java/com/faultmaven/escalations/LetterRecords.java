package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What else is known of the letters of cases, for those who have asked whether those may be read.
 */
@Service
@Transactional(readOnly = true)
public class LetterRecords {

  private static final int MOST = 10_000;

  private final JdbcClient jdbc;
  private final AuditRows audit;
  private final Signals signals;

  LetterRecords(JdbcClient jdbc, AuditRows audit, Signals signals) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.signals = signals;
  }

  /**
   * How many targets a case has, and how many mails were sent about it.
   *
   * @param sent those that a server took
   */
  public record Counts(CaseId caseId, int targets, int sent) {}

  /** What was done about the letters of a case, the oldest first. */
  public List<AuditEvent> audit(CaseId id) {
    return audit.page(id, 0, MOST, 0);
  }

  /** The latest 1,000 signs that a case may be over, in their order. */
  public List<Signal> signals(CaseId id) {
    return signals.latest(id).reversed();
  }

  /** Of each of these cases; one statement, or none for none. */
  public Map<CaseId, Counts> counts(Collection<CaseId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select c.id,
                  (select count(*) from escalations.targets t where t.case_id = c.id) as targets,
                  (select count(*) from escalations.deliveries d where d.case_id = c.id
                    and d.status in ('sent', 'delivered')) as sent
                from unnest(?::text[]) c (id)
                """)
            .param(CaseId.values(ids))
            .query(
                (row, _) ->
                    new Counts(
                        CaseId.of(row.getString("id")), row.getInt("targets"), row.getInt("sent")))
            .stream()
            .collect(Collectors.toMap(Counts::caseId, Function.identity()));
  }
}
