package com.faultmaven.cases.deletion;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * The deleted cases of which something may be left. The database adds each in the transaction that
 * deletes the case.
 */
@NamedInterface("deletion")
@Service
public class CaseDeletions {

  private final JdbcClient jdbc;
  private final Clock clock;

  CaseDeletions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Has what may be left of a case deleted; may be repeated. Nothing happens if there is a case of
   * that id, which is then another one.
   */
  public void add(CaseId id, UserId owner) {
    jdbc.sql(
            """
            insert into cases.case_deletions (case_id, owner_id, due_at)
            select :id, :owner, :now
            where not exists (select from cases.cases where case_id = :id)
            on conflict (case_id) do nothing
            """)
        .param("id", id.value())
        .param("owner", owner.value())
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Takes those that have been due longest; they are due again later, whatever becomes of them. */
  List<CaseId> take(int most, Instant now, Instant dueAgain) {
    return jdbc.sql(
            """
            update cases.case_deletions set due_at = ? where case_id = any(array(
              select case_id from cases.case_deletions where due_at <= ?
              order by due_at limit ? for update skip locked))
            returning case_id
            """)
        .params(utc(dueAgain), utc(now), most)
        .query(CaseDeletions::id)
        .list();
  }

  /** Keeps everybody else from those until the transaction ends that nobody else has. */
  List<CaseId> lock(Collection<CaseId> ids) {
    return jdbc.sql(
            """
            select case_id from cases.case_deletions where case_id = any(?)
            order by case_id for update skip locked
            """)
        .param(CaseId.values(ids))
        .query(CaseDeletions::id)
        .list();
  }

  /** The same for some of an owner's, due or not. */
  List<CaseId> lockSome(UserId owner, int most) {
    return jdbc.sql(
            """
            select case_id from cases.case_deletions where owner_id = ?
            limit ? for update skip locked
            """)
        .params(owner.value(), most)
        .query(CaseDeletions::id)
        .list();
  }

  /**
   * Those of which there is no case. The database refuses a new case the id of a deletion it knows
   * of; this keeps a case safe that was not stored yet when the deletion was added.
   */
  List<CaseId> withoutCases(Collection<CaseId> ids) {
    return jdbc.sql(
            """
            select case_id from cases.case_deletions d where case_id = any(?)
              and not exists (select from cases.cases c where c.case_id = d.case_id)
            """)
        .param(CaseId.values(ids))
        .query(CaseDeletions::id)
        .list();
  }

  boolean hasAny(UserId owner) {
    return jdbc.sql("select exists (select from cases.case_deletions where owner_id = ?)")
        .param(owner.value())
        .query(Boolean.class)
        .single();
  }

  void goOnAt(Instant time, Collection<CaseId> ids) {
    jdbc.sql("update cases.case_deletions set due_at = ? where case_id = any(?)")
        .params(utc(time), CaseId.values(ids))
        .update();
  }

  void end(Collection<CaseId> ids) {
    jdbc.sql("delete from cases.case_deletions where case_id = any(?)")
        .param(CaseId.values(ids))
        .update();
  }

  private static CaseId id(ResultSet row, int number) throws SQLException {
    return new CaseId(row.getString("case_id"));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
