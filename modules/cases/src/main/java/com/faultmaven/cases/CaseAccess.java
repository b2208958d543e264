package com.faultmaven.cases;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who may see a case, for the modules that keep something of it. */
@Service
public class CaseAccess {

  /**
   * Takes the caller's organization, and the caller twice. For {@code exists} PostgreSQL may
   * collect all cases that are shared with a user.
   */
  static final String VISIBLE =
      """
      c.organization_id = ? and (c.owner_id = ? or (
        select true from cases.participants p where p.case_id = c.case_id and p.user_id = ?))
      """;

  private final JdbcClient jdbc;

  CaseAccess(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Asks whether the caller may read the case; one statement.
   *
   * @return the version of the case
   * @throws CaseNotFound if it may not, or there is none
   */
  public EntityVersion requireReadable(CaseId id, Caller caller) {
    return jdbc.sql("select c.version from cases.cases c where c.case_id = ? and " + VISIBLE)
        .params(
            id.value(),
            caller.organizationId().value(),
            caller.userId().value(),
            caller.userId().value())
        .query((row, number) -> new EntityVersion(row.getLong(1)))
        .optional()
        .orElseThrow(() -> CaseNotFound.of(id));
  }

  /**
   * Asks whether the caller may read all of these cases; one statement.
   *
   * @throws CaseNotFound naming the first of which it may not know
   */
  public void requireReadable(Collection<CaseId> ids, Caller caller) {
    Set<CaseId> readable = readableAmong(ids, caller);
    ids.stream()
        .filter(id -> !readable.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw CaseNotFound.of(id);
            });
  }

  /** Which of these cases the caller may read; one statement, or none for none. */
  public Set<CaseId> readableAmong(Collection<CaseId> ids, Caller caller) {
    return ids.isEmpty()
        ? Set.of()
        : jdbc.sql("select c.case_id from cases.cases c where c.case_id = any(?) and " + VISIBLE)
            .params(
                CaseId.values(ids),
                caller.organizationId().value(),
                caller.userId().value(),
                caller.userId().value())
            .query((row, number) -> new CaseId(row.getString(1)))
            .set();
  }

  /** What those of these cases are called that the caller may read; one statement at most. */
  public List<CaseTitle> titlesAmong(Collection<CaseId> ids, Caller caller) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select c.case_id, c.title, c.status from cases.cases c where c.case_id = any(?)"
                    + " and "
                    + VISIBLE)
            .params(
                CaseId.values(ids),
                caller.organizationId().value(),
                caller.userId().value(),
                caller.userId().value())
            .query(
                (row, number) ->
                    new CaseTitle(
                        new CaseId(row.getString(1)),
                        row.getString(2),
                        CaseRows.constant(CaseStatus.class, row.getString(3))))
            .list();
  }
}
