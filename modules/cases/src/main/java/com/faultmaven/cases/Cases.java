package com.faultmaven.cases;

import com.faultmaven.cases.SearchIndex.CaseText;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All cases, for those who change them. Every statement that writes a case is here, but for the
 * insertion, which is in {@link NewCases}, and the import, which tells nobody.
 *
 * <ul>
 *   <li>A transaction locks the case before anything else that it writes of it, so that the changes
 *       of a case queue, and their facts have their numbers in the order of the commits.
 *   <li>An aggregate is stored by one statement, and its facts are published after that. Nothing
 *       else raises its version.
 *   <li>A message counts in the statement that locks the case. It takes a number of a fact and
 *       leaves the version as it is. So does what other modules keep and the case does not show.
 * </ul>
 *
 * A case the caller may not see is {@link CaseNotFound}; one it sees and may not change in this way
 * is {@link PermissionDenied}.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Cases {

  private static final String LOCK =
      "select "
          + CaseRows.COLUMNS
          + ", 'owner' as my_role, c.status_changes, c.facts"
          + " from cases.cases c where c.case_id = ? and "
          + CaseAccess.VISIBLE
          + "for no key update of c";

  private static final CaseRows ROWS = new CaseRows();

  private final JdbcClient jdbc;
  private final StatusChanges statusChanges;
  private final SearchIndex index;
  private final ApplicationEventPublisher events;

  Cases(
      JdbcClient jdbc,
      StatusChanges statusChanges,
      SearchIndex index,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.statusChanges = statusChanges;
    this.index = index;
    this.events = events;
  }

  /** Locks a case for its owner. */
  public Case owned(CaseId id, IfMatch condition, Caller caller) {
    Case locked = visible(id, caller);
    locked.role().requireOwner(id);
    condition.require(locked.version());
    return locked;
  }

  /** Locks a case for a caller who may change it. */
  public Case writable(CaseId id, IfMatch condition, Caller caller) {
    Case locked = visible(id, caller);
    locked.role().requireWriter(id);
    condition.require(locked.version());
    return locked;
  }

  /** Locks a case for a caller who may see it. */
  public Case visible(CaseId id, Caller caller) {
    String user = caller.userId().value();
    Case locked =
        jdbc.sql(LOCK)
            .params(id.value(), caller.organizationId().value(), user, user)
            .query(Cases::stored)
            .optional()
            .orElseThrow(() -> CaseNotFound.of(id));
    if (!caller.is(locked.owner())) {
      locked.actAs(role(id, user));
    }
    return locked;
  }

  private static Case stored(ResultSet row, int number) throws SQLException {
    return new Case(ROWS.mapRow(row, number), row.getInt("status_changes"), row.getLong("facts"));
  }

  /** Asked under the lock: before it, the role may have been another. */
  private CaseRole role(CaseId id, String participant) {
    return jdbc.sql("select role from cases.participants where case_id = ? and user_id = ?")
        .params(id.value(), participant)
        .query((row, number) -> CaseRows.constant(CaseRole.class, row.getString(1)))
        .optional()
        .orElseThrow(() -> CaseNotFound.of(id));
  }

  /** Stores what was changed of a locked case, if anything was, and publishes its facts. */
  public CaseView save(Case locked) {
    if (locked.isChanged()) {
      write(locked);
    }
    locked.moves().forEach(statusChanges::add);
    if (locked.hasOtherText()) {
      index.put(CaseText.of(locked.view()));
    }
    locked.unpublished().forEach(events::publishEvent);
    return locked.view();
  }

  private void write(Case locked) {
    Map<String, @Nullable Object> columns = ChangedColumns.of(locked);
    StatementSpec update =
        jdbc.sql(
                "update cases.cases set "
                    + columns.entrySet().stream()
                        .map(column -> assignment(column.getKey(), column.getValue()))
                        .collect(Collectors.joining(", "))
                    + " where case_id = :case_id returning metadata")
            .param("case_id", locked.id().value());
    columns.forEach(
        (column, value) -> {
          if (value != null) {
            update.param(column, value);
          }
        });
    // jsonb has an order and a spelling of its own
    locked.readBack(update.query((row, number) -> Metadata.stored(row.getString(1))).single());
  }

  private static String assignment(String column, @Nullable Object value) {
    if (value == null) {
      return column + " = null";
    }
    return column + " = :" + column + (column.equals("metadata") ? "::jsonb" : "");
  }

  /** Deletes a locked case, and publishes that. */
  void delete(Case locked, Instant now) {
    jdbc.sql("delete from cases.cases where case_id = ?").param(locked.id().value()).update();
    locked.delete(now);
    locked.unpublished().forEach(events::publishEvent);
  }

  /**
   * Deletes some cases of an owner, and publishes that. Leaves those being changed right now for
   * the next time.
   *
   * @return how many were deleted
   */
  public int deleteSome(UserId owner, int most, Instant now) {
    List<CaseDeleted> deleted =
        jdbc.sql(
                """
                delete from cases.cases where case_id = any(array(
                  select case_id from cases.cases where owner_id = ?
                  order by organization_id, created_at, case_id limit ? for update skip locked))
                returning case_id, facts
                """)
            .params(owner.value(), most)
            .query(
                (row, number) ->
                    new CaseDeleted(new CaseId(row.getString(1)), owner, row.getLong(2) + 1, now))
            .list();
    deleted.forEach(events::publishEvent);
    return deleted.size();
  }

  /**
   * Locks a case for a writer who adds a message to it, and counts that message.
   *
   * @param at the time now; the message has it, or that of the message before it if that is later
   * @throws CaseNotFound if the caller may not see the case, or there is none
   * @throws PermissionDenied if the caller may only read it
   */
  public NextMessage countMessage(CaseId id, Instant at, Caller caller) {
    String user = caller.userId().value();
    return jdbc.sql(
            """
            update cases.cases c set facts = c.facts + 1, message_count = c.message_count + 1,
              last_message_at = greatest(c.last_message_at, ?)
            where c.case_id = ? and %s
            returning c.case_id, c.owner_id, c.status, c.archived_at is not null as archived,
              c.facts, c.message_count, c.last_message_at,
              (select p.role from cases.participants p
               where p.case_id = c.case_id and p.user_id = ? and p.user_id <> c.owner_id) as role
            """
                .formatted(CaseAccess.VISIBLE))
        .params(
            at.atOffset(ZoneOffset.UTC),
            id.value(),
            caller.organizationId().value(),
            user,
            user,
            user)
        .query(NextMessage::of)
        .optional()
        .orElseThrow(() -> CaseNotFound.of(id));
  }

  /**
   * Locks a case for a writer who changes what another module keeps of it, and takes the numbers of
   * the facts that are told of that.
   *
   * @param facts how many; a number may be passed over
   * @throws CaseNotFound if the caller may not see the case, or there is none
   * @throws PermissionDenied if the caller may only read it
   */
  public ClaimedCase claim(CaseId id, int facts, Caller caller) {
    return claim(List.of(id), facts, caller).getFirst();
  }

  /**
   * Does so with several, in the order of their ids; each takes that many numbers.
   *
   * @return in the order that was asked for
   */
  public List<ClaimedCase> claim(List<CaseId> ids, int facts, Caller caller) {
    String user = caller.userId().value();
    Map<CaseId, ClaimedCase> claimed =
        claim(
            ids,
            facts,
            " and " + CaseAccess.VISIBLE,
            List.of(caller.organizationId().value(), user, user),
            user);
    return ids.stream()
        .map(id -> Optional.ofNullable(claimed.get(id)).orElseThrow(() -> CaseNotFound.of(id)))
        .toList();
  }

  /**
   * Locks cases, in the order of their ids, for what is done by itself.
   *
   * @param facts how many numbers each takes
   * @return those there are, by id
   */
  public Map<CaseId, ClaimedCase> claim(Collection<CaseId> ids, int facts) {
    return claim(ids, facts, "", List.of(), "");
  }

  private Map<CaseId, ClaimedCase> claim(
      Collection<CaseId> ids, int facts, String condition, List<Object> values, String user) {
    return jdbc
        .sql(
            """
            update cases.cases c set facts = c.facts + ?
            where c.case_id = any(array(
              select c.case_id from cases.cases c where c.case_id = any(?)%s
              order by c.case_id for no key update of c))
            returning %s
            """
                .formatted(condition, ClaimedCase.COLUMNS))
        .param(facts)
        .param(CaseId.values(ids))
        .params(values)
        .param(user)
        .query((row, _) -> ClaimedCase.of(row, facts))
        .stream()
        .collect(Collectors.toMap(ClaimedCase::id, Function.identity()));
  }

  /**
   * Counts the messages up to one that an instance of an older version has added, or is yet to
   * count; turns count without gaps, so the highest is the number. Nothing happens if it is counted
   * already.
   */
  public void countUpTo(CaseId id, int turn, Instant at) {
    jdbc.sql(
            """
            update cases.cases set message_count = ?, last_message_at = ?
            where case_id = ? and message_count < ?
            """)
        .params(turn, at.atOffset(ZoneOffset.UTC), id.value(), turn)
        .update();
  }
}
