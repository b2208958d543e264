package com.faultmaven.sessions;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keeps sessions alive. What is recorded touches no indexed column. */
@Service
public class Heartbeats {

  /** Activity within this of the last is not recorded again. */
  static final Duration COALESCED = Duration.ofSeconds(30);

  private static final SessionRows ROWS = new SessionRows();

  /** In the first part the row as it was; in the second as it is, if anything was recorded. */
  private static final String BEAT =
      """
      with found as (
        select s.* from sessions.sessions s
        where s.session_id = :id and s.user_id = :user and s.expires_at > :now),
      beaten as (
        update sessions.sessions s set last_activity_at = :now,
          expires_at = least(:now + make_interval(mins => s.timeout_minutes),
            s.created_at + :age::interval)
        where s.session_id = :id and s.user_id = :user and s.expires_at > :now
          and s.status = 'active' and s.last_activity_at <= :recent
        returning s.*)
      select %1$s from beaten s
      union all
      select %1$s from found s where not exists (select from beaten)
      """
          .formatted(SessionRows.COLUMNS);

  private static final String TOUCH =
      """
      update sessions.sessions s set last_activity_at = touch.at,
        expires_at = least(touch.at + make_interval(mins => s.timeout_minutes),
          s.created_at + :age::interval)
      from unnest(:ids::text[], :users::text[], :times::timestamptz[]) touch (id, user_id, at)
      where s.session_id = touch.id and s.user_id = touch.user_id and s.expires_at > touch.at
        and s.status = 'active' and s.last_activity_at <= touch.at - make_interval(secs => 30)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final String age;

  Heartbeats(JdbcClient jdbc, Clock clock, SessionProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.age = properties.maxAge().toSeconds() + " seconds";
  }

  /** What was seen of a session: a request with its id. */
  record Touch(SessionId id, UserId user, Instant at) {}

  /**
   * Says that a client is still there.
   *
   * @throws SessionNotFound if it is no live session of the caller's
   * @throws SessionArchived if it was put aside
   */
  public Session beat(SessionId id, Caller caller) {
    Instant now = clock.instant();
    Session alive =
        jdbc.sql(BEAT)
            .param("id", id.value())
            .param("user", caller.userId().value())
            .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("recent", time(now.minus(COALESCED)), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("age", age)
            .query(ROWS)
            .optional()
            .orElseThrow(SessionNotFound::any);
    if (alive.isArchived()) {
      throw SessionArchived.cannotBeKeptAlive();
    }
    return alive;
  }

  /** Records what was seen, in one statement; says how much of it was news. */
  int record(Collection<Touch> touches) {
    List<Touch> inOrder =
        touches.stream().sorted(Comparator.comparing(touch -> touch.id().value())).toList();
    return jdbc.sql(TOUCH)
        .param("ids", inOrder.stream().map(touch -> touch.id().value()).toArray(String[]::new))
        .param("users", inOrder.stream().map(touch -> touch.user().value()).toArray(String[]::new))
        .param("times", inOrder.stream().map(touch -> touch.at().toString()).toArray(String[]::new))
        .param("age", age)
        .update();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
