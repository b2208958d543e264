package com.faultmaven.cases;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
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
}
