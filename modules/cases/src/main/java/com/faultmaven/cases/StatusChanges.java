package com.faultmaven.cases;

import java.sql.Types;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit trails of all cases. */
@Component
class StatusChanges {

  private final JdbcClient jdbc;

  StatusChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the next line to the trail of a case that the transaction has locked. */
  void add(StatusChange change) {
    jdbc.sql(
            """
            insert into cases.status_changes
              (case_id, sequence, from_status, to_status, reason, changed_by, changed_at)
            values (:id, :sequence, :from, :to, :reason, :by, :at)
            """)
        .param("id", change.caseId().value())
        .param("sequence", change.sequence())
        .param("from", change.from().word())
        .param("to", change.to().word())
        .param("reason", change.reason(), Types.VARCHAR)
        .param("by", change.changedBy().value())
        .param("at", change.changedAt().atOffset(ZoneOffset.UTC))
        .update();
  }
}
