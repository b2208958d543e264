package com.faultmaven.sessions;

import com.faultmaven.kernel.UserId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opens, changes and ends sessions, one statement each. */
@Repository
class SessionStore {

  /** What is not said keeps its value, or has the usual one. */
  private static final String OPEN =
      """
      insert into sessions.sessions as s (session_id, version, user_id, client_id, session_type, title,
        status, timeout_minutes, metadata, case_count, facts, created_at, updated_at,
        last_activity_at, expires_at, sweep_at)
      values (:id, 1, :user, :client, coalesce(:type, 'troubleshooting'), :title, 'active',
        coalesce(:timeout, 180), coalesce(:metadata::jsonb, '{}'), 0, 1, :now, :now, :now,
        :now + least(make_interval(mins => coalesce(:timeout, 180)), :age::interval),
        :now + least(make_interval(mins => coalesce(:timeout, 180)), :age::interval))
      on conflict (user_id, client_id) where status = 'active' and client_id is not null
      do update set
        version = s.version + 1,
        session_type = coalesce(:type, s.session_type),
        title = coalesce(:title, s.title),
        timeout_minutes = coalesce(:timeout, s.timeout_minutes),
        metadata = coalesce(:metadata::jsonb, s.metadata),
        updated_at = :now,
        last_activity_at = greatest(s.last_activity_at, :now),
        expires_at = least(:now + make_interval(mins => coalesce(:timeout, s.timeout_minutes)),
          s.created_at + :age::interval),
        sweep_at = least(s.sweep_at,
          :now + make_interval(mins => coalesce(:timeout, s.timeout_minutes)))
      returning %s,
        (select count(*) from sessions.sessions other where other.user_id = :user) as before
      """
          .formatted(SessionRows.COLUMNS);

  private static final SessionRows ROWS = new SessionRows();

  /**
   * A session that was opened or resumed.
   *
   * @param before how many the user had
   */
  record Placed(OpenedSession opened, int before) {}

  private final JdbcClient jdbc;
  private final RandomGenerator random;
  private final String age;

  SessionStore(JdbcClient jdbc, RandomGenerator random, SessionProperties properties) {
    this.jdbc = jdbc;
    this.random = random;
    this.age = properties.maxAge().toSeconds() + " seconds";
  }

  /**
   * Has the sessions of a user to itself until the transaction ends, and takes away the one of a
   * client that has ended and nobody has swept. The one row that is there anyway has the lock
   * taken.
   */
  List<Session> takeEnded(UserId user, String clientId, Instant now) {
    return jdbc
        .sql(
            """
            with s as (
              delete from sessions.sessions s
              where s.user_id = :user and s.client_id = :client and s.status = 'active'
                and s.expires_at <= :now
              returning s.*)
            select %s, pg_advisory_xact_lock(hashtextextended(:user, 7407))
            from (values (1)) one left join s on true
            """
                .formatted(SessionRows.COLUMNS))
        .param("user", user.value())
        .param("client", clientId)
        .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(
            (row, number) ->
                Optional.ofNullable(
                    row.getString("session_id") == null ? null : ROWS.mapRow(row, number)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Has the sessions of a user to itself until the transaction ends. */
  void lock(UserId user) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 7407)) is null")
        .param(user.value())
        .query(Boolean.class)
        .single();
  }

  Placed open(NewSession wanted, UserId user, Instant now) {
    SessionId id = SessionId.random(random);
    return jdbc.sql(OPEN)
        .param("id", id.value())
        .param("user", user.value())
        .param("client", wanted.clientId(), Types.VARCHAR)
        .param("type", wanted.type(), Types.VARCHAR)
        .param("title", wanted.title(), Types.VARCHAR)
        .param("timeout", wanted.timeoutMinutes(), Types.INTEGER)
        .param(
            "metadata", wanted.metadata() == null ? null : wanted.metadata().json(), Types.VARCHAR)
        .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("age", age)
        .query(
            (row, number) -> {
              Session session = ROWS.mapRow(row, number);
              boolean resumed = !session.id().equals(id);
              return new Placed(new OpenedSession(session, resumed), row.getInt("before"));
            })
        .single();
  }

  /** Takes away the live sessions beyond a number, those longest without activity. */
  List<Session> takeBeyond(int limit, UserId user, SessionId kept, Instant now) {
    return jdbc.sql(
            """
            delete from sessions.sessions s where s.session_id = any(array(
              select session_id from sessions.sessions
              where user_id = :user and expires_at > :now and session_id <> :kept
              order by last_activity_at desc, session_id offset :others for update))
            returning %s
            """
                .formatted(SessionRows.COLUMNS))
        .param("user", user.value())
        .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("kept", kept.value())
        .param("others", limit - 1)
        .query(ROWS)
        .list();
  }

  /** A live session of the user, locked. */
  Optional<Session> lock(SessionId id, UserId user, Instant now) {
    return jdbc.sql(
            """
            select %s from sessions.sessions s
            where s.session_id = :id and s.user_id = :user and s.expires_at > :now for update
            """
                .formatted(SessionRows.COLUMNS))
        .param("id", id.value())
        .param("user", user.value())
        .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(ROWS)
        .optional();
  }

  /** One that is taken up beside another of its client is nobody's to resume. */
  Session change(Session changed, Instant now) {
    return jdbc.sql(
            """
            update sessions.sessions s set
              version = s.version + 1, title = :title, status = :status, timeout_minutes = :timeout,
              metadata = :metadata::jsonb, updated_at = :now, last_activity_at = :now,
              client_id = case when :status = 'archived' or not exists (
                select from sessions.sessions other where other.user_id = s.user_id
                  and other.client_id = s.client_id and other.status = 'active'
                  and other.session_id <> s.session_id) then s.client_id end,
              expires_at = case when :status = 'archived' then s.created_at + :age::interval
                else least(:now + make_interval(mins => :timeout), s.created_at + :age::interval)
                end,
              sweep_at = case when :status = 'archived' then s.sweep_at
                else least(s.sweep_at, :now + make_interval(mins => :timeout)) end
            where s.session_id = :id
            returning %s
            """
                .formatted(SessionRows.COLUMNS))
        .param("id", changed.id().value())
        .param("title", changed.title(), Types.VARCHAR)
        .param("status", changed.status().word())
        .param("timeout", changed.timeoutMinutes())
        .param("metadata", changed.metadata().json())
        .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("age", age)
        .query(ROWS)
        .single();
  }

  void delete(SessionId id) {
    jdbc.sql("delete from sessions.sessions where session_id = ?").param(id.value()).update();
  }

  /** Some of a user's, whether they have ended or not. */
  List<Session> takeSome(UserId user, int most) {
    return jdbc.sql(
            """
            delete from sessions.sessions s where s.session_id = any(array(
              select session_id from sessions.sessions where user_id = :user
              limit :most for update skip locked))
            returning %s
            """
                .formatted(SessionRows.COLUMNS))
        .param("user", user.value())
        .param("most", most)
        .query(ROWS)
        .list();
  }

  boolean hasAny(UserId user) {
    return jdbc.sql("select exists (select from sessions.sessions where user_id = ?)")
        .param(user.value())
        .query(Boolean.class)
        .single();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
