package com.faultmaven.cases;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the audit trail of a case, oldest first. */
@Service
public class StatusHistory {

  private final JdbcClient jdbc;

  StatusHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Page<StatusChange> of(CaseId id, Paging paging, Caller caller) {
    long total = length(id, caller);
    CursorScope list =
        CursorScope.of("status changes/a").with("user", caller.userId()).with("case", id);
    List<StatusChange> fetched =
        jdbc.sql(
                """
                select case_id, sequence, from_status, to_status, reason, changed_by, changed_at
                from cases.status_changes where case_id = ? and sequence > ?
                order by sequence limit ? offset ?
                """)
            .params(id.value(), start(list, paging), paging.limit() + 1, paging.offset())
            .query(StatusHistory::view)
            .list();
    return Page.of(fetched, paging, () -> total, last -> Cursor.after(list, last.sequence()));
  }

  private long length(CaseId id, Caller caller) {
    String user = caller.userId().value();
    return jdbc.sql(
            "select c.status_changes from cases.cases c where c.case_id = ? and "
                + CaseAccess.VISIBLE)
        .params(id.value(), caller.organizationId().value(), user, user)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> CaseNotFound.of(id));
  }

  private static long start(CursorScope list, Paging paging) {
    return paging.cursor() == null
        ? 0
        : Cursor.read(list, paging.cursor(), parts -> parts.number(0, Integer.MAX_VALUE));
  }

  private static StatusChange view(ResultSet row, int number) throws SQLException {
    return new StatusChange(
        new CaseId(row.getString("case_id")),
        row.getInt("sequence"),
        CaseRows.constant(CaseStatus.class, row.getString("from_status")),
        CaseRows.constant(CaseStatus.class, row.getString("to_status")),
        row.getString("reason"),
        new UserId(row.getString("changed_by")),
        CaseRows.instant(row, "changed_at"));
  }
}
