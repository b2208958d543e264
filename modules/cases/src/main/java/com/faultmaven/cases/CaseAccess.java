package com.faultmaven.cases;

import com.faultmaven.cases.SearchIndex.CaseText;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the modules that keep something of a case ask and tell the module that keeps the case. */
@Service
public class CaseAccess {

  /** Takes the caller's organization, and the caller twice. */
  static final String VISIBLE =
      """
      c.organization_id = ? and (c.owner_id = ? or exists (
        select 1 from cases.participants p where p.case_id = c.case_id and p.user_id = ?))
      """;

  /** Takes the caller. */
  private static final String CLAIMED =
      """
      c.case_id, c.owner_id, c.status, c.archived_at, c.facts, c.version,
        (select p.role from cases.participants p
         where p.case_id = c.case_id and p.user_id = ? and p.user_id <> c.owner_id) as participant
      """;

  private final JdbcClient jdbc;
  private final SearchIndex index;
  private final Clock clock;

  CaseAccess(JdbcClient jdbc, SearchIndex index, Clock clock) {
    this.jdbc = jdbc;
    this.index = index;
    this.clock = clock;
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
   * Locks the case for a writer and takes the number of the fact it will tell; one statement, to be
   * the first that writes in its transaction.
   *
   * @throws CaseNotFound if the caller may not see the case, or there is none
   * @throws PermissionDenied if the caller may only read it
   * @throws com.faultmaven.kernel.VersionConflict if the caller has seen another version
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ClaimedCase claim(CaseId id, IfMatch condition, Caller caller) {
    String user = caller.userId().value();
    ClaimedCase claimed =
        jdbc.sql(
                "update cases.cases c set facts = c.facts + 1 where c.case_id = ? and "
                    + VISIBLE
                    + "returning "
                    + CLAIMED)
            .params(id.value(), caller.organizationId().value(), user, user, user)
            .query(CaseAccess::claimedByWriter)
            .optional()
            .orElseThrow(() -> CaseNotFound.of(id));
    condition.require(claimed.version());
    return claimed;
  }

  /**
   * Takes the number of a further fact, within the transaction that opened or claimed the case.
   *
   * @throws CaseNotFound if there is no such case
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ClaimedCase claimNext(CaseId id) {
    return jdbc.sql(
            "update cases.cases c set facts = c.facts + 1 where c.case_id = ? returning " + CLAIMED)
        .params(id.value(), "")
        .query(CaseAccess::claimed)
        .optional()
        .orElseThrow(() -> CaseNotFound.of(id));
  }

  /**
   * Locks the case for a writer who does not know yet whether there is anything to change; one
   * statement, to be the first that writes in its transaction.
   *
   * @throws CaseNotFound if the caller may not see the case, or there is none
   * @throws PermissionDenied if the caller may only read it
   * @throws com.faultmaven.kernel.VersionConflict if the caller has seen another version
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public LockedCase lock(CaseId id, IfMatch condition, Caller caller) {
    String user = caller.userId().value();
    ClaimedCase locked =
        jdbc.sql(
                "select "
                    + CLAIMED
                    + "from cases.cases c where c.case_id = ? and "
                    + VISIBLE
                    + "for update of c")
            .params(user, id.value(), caller.organizationId().value(), user, user)
            .query(CaseAccess::claimedByWriter)
            .optional()
            .orElseThrow(() -> CaseNotFound.of(id));
    condition.require(locked.version());
    return new LockedCase(locked.id(), locked.owner(), caller.organizationId(), locked.version());
  }

  /**
   * Takes over the names of a locked case's tags, which filters, facets and answers show, and the
   * number of the fact that tells of them.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RetaggedCase retag(LockedCase locked, TagNames names) {
    Instant now = clock.instant();
    Retagged retagged =
        jdbc.sql(
                """
            update cases.cases
            set tags = ?, tag_keys = ?, tags_as_written = null, facts = facts + 1,
              version = version + 1, updated_at = ?
            where case_id = ? returning facts, version, title, description, created_at
            """)
            .params(
                names.values().toArray(String[]::new),
                names.keys().toArray(String[]::new),
                now.atOffset(ZoneOffset.UTC),
                locked.id().value())
            .query(Retagged.class)
            .single();
    index.put(
        new CaseText(
            locked.id(),
            locked.owner(),
            retagged.createdAt().toInstant(),
            retagged.title(),
            names.values(),
            retagged.description()));
    return new RetaggedCase(retagged.facts(), new EntityVersion(retagged.version()));
  }

  private record Retagged(
      long facts, long version, String title, String description, OffsetDateTime createdAt) {}

  /**
   * Remembers what v1 calls the tags of a case whose names are those, or nothing else than them.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void rememberTagsAsWritten(CaseId id, @Nullable List<String> written) {
    jdbc.sql("update cases.cases set tags_as_written = ? where case_id = ?")
        .param(1, written == null ? null : written.toArray(String[]::new), Types.ARRAY)
        .param(2, id.value())
        .update();
  }

  private static ClaimedCase claimedByWriter(ResultSet row, int number) throws SQLException {
    ClaimedCase claimed = claimed(row, number);
    String participant = row.getString("participant");
    if (participant != null) {
      CaseRows.constant(CaseRole.class, participant).requireWriter(claimed.id());
    }
    return claimed;
  }

  private static ClaimedCase claimed(ResultSet row, int number) throws SQLException {
    return new ClaimedCase(
        new CaseId(row.getString("case_id")),
        new UserId(row.getString("owner_id")),
        CaseRows.constant(CaseStatus.class, row.getString("status")),
        row.getObject("archived_at") != null,
        row.getLong("facts"),
        new EntityVersion(row.getLong("version")));
  }
}
