package com.faultmaven.sessions;

import com.faultmaven.cases.CaseFilter;
import com.faultmaven.cases.CaseQueries;
import com.faultmaven.cases.CaseSort;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.UserNotFound;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** Everything one may read of sessions: those that are alive now. */
@Service
public class SessionQueries {

  private static final SessionRows ROWS = new SessionRows();

  private static final String LIVE =
      """
      from sessions.sessions s
      where s.user_id = :user and s.expires_at > :now
        and (:archived or s.status = 'active')
        and (:type::text is null or s.session_type = :type)
        and (:client::text is null or s.client_id = :client)
        and (:text::text is null or position(lower(:text) in lower(s.title)) > 0)
      """;

  private final JdbcClient jdbc;
  private final CaseQueries cases;
  private final Clock clock;

  SessionQueries(JdbcClient jdbc, CaseQueries cases, Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.clock = clock;
  }

  /** A live session of the caller's. */
  public Session get(SessionId id, Caller caller) {
    return jdbc.sql(
            """
            select %s from sessions.sessions s
            where s.session_id = :id and s.user_id = :user and s.expires_at > :now
            """
                .formatted(SessionRows.COLUMNS))
        .param("id", id.value())
        .param("user", caller.userId().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(ROWS)
        .optional()
        .orElseThrow(SessionNotFound::any);
  }

  /**
   * The live sessions of a user, latest activity first.
   *
   * @throws UserNotFound unless the caller asks for its own or is an admin
   */
  public Page<Session> list(UserId user, SessionFilter filter, Paging paging, Caller caller) {
    if (!caller.is(user) && !caller.isAdmin()) {
      throw UserNotFound.of(user);
    }
    CursorScope list = filter.narrowed(CursorScope.of("sessions/a").with("user", user));
    Position last =
        paging.cursor() == null
            ? null
            : Cursor.read(
                list, paging.cursor(), parts -> new Position(parts.instant(), parts.rest()));
    return Page.of(
        page(user, filter, paging, last),
        paging,
        () -> count(user, filter),
        row -> Cursor.after(list, row.lastActivityAt(), row.id()));
  }

  /** The caller's own cases that were opened in a session, newest first. */
  public Page<CaseView> casesOf(SessionId id, Paging paging, Caller caller) {
    Session session = get(id, caller);
    CaseFilter opened =
        new CaseFilter(
            CaseFilter.Scope.OWNED,
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(),
            new com.faultmaven.cases.SessionId(session.id().value()),
            null,
            CaseFilter.SearchScope.CASE,
            null,
            null,
            null,
            null,
            CaseFilter.Archived.INCLUDED);
    return cases.list(opened, CaseSort.NEWEST, paging, caller);
  }

  private List<Session> page(
      UserId user, SessionFilter filter, Paging paging, @Nullable Position last) {
    String after =
        last == null
            ? ""
            : " and (s.last_activity_at < :at or s.last_activity_at = :at and s.session_id > :id)";
    StatementSpec rows =
        restricted(
                "select "
                    + SessionRows.COLUMNS
                    + LIVE
                    + after
                    + " order by s.last_activity_at desc, s.session_id limit :most offset :skipped",
                user,
                filter)
            .param("most", paging.limit() + 1)
            .param("skipped", paging.offset());
    return (last == null ? rows : last.in(rows)).query(ROWS).list();
  }

  private long count(UserId user, SessionFilter filter) {
    return restricted("select count(*) " + LIVE, user, filter).query(Long.class).single();
  }

  private StatementSpec restricted(String sql, UserId user, SessionFilter filter) {
    return jdbc.sql(sql)
        .param("user", user.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("archived", filter.archivedToo())
        .param("type", filter.type(), Types.VARCHAR)
        .param("client", filter.clientId(), Types.VARCHAR)
        .param("text", filter.text(), Types.VARCHAR);
  }

  /** Where a page ended. */
  private record Position(Instant at, String id) {

    StatementSpec in(StatementSpec rows) {
      return rows.param("at", at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("id", id);
    }
  }
}
