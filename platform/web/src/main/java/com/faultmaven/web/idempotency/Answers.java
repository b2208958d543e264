package com.faultmaven.web.idempotency;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The answers given so far, each written in the transaction of its effect; and what is done in
 * steps right now, without an answer yet.
 */
class Answers {

  private final JdbcClient database;

  Answers(JdbcClient database) {
    this.database = database;
  }

  /**
   * Keeps everybody else away from this scope until the transaction ends; false if somebody is
   * there already. A lock and not a row, so that nothing is written before the effect.
   */
  boolean lock(Digest scope) {
    return database
        .sql("select pg_try_advisory_xact_lock(:lock)")
        .param("lock", scope.lock())
        .query(Boolean.class)
        .single();
  }

  Optional<Recorded> find(Digest scope, Instant notBefore) {
    return database
        .sql(
            """
            select request, status, content_type, location, etag, body, kept
              from edge.idempotency_keys
             where scope = :scope and created_at > :notBefore
            """)
        .param("scope", scope.bytes())
        .param("notBefore", moment(notBefore), Types.TIMESTAMP_WITH_TIMEZONE)
        .query((row, _) -> new Recorded(Digest.stored(row.getBytes("request")), answerIn(row)))
        .optional();
  }

  private static @Nullable Answer answerIn(ResultSet row) throws SQLException {
    return row.getObject("status") == null
        ? null
        : new Answer(
            row.getInt("status"),
            row.getString("content_type"),
            row.getString("location"),
            row.getString("etag"),
            row.getBytes("body"),
            row.getBoolean("kept"));
  }

  /** Takes the place of an expired answer, if one is left. */
  void record(Digest scope, Digest request, Answer answer, Instant now) {
    database
        .sql(
            """
            insert into edge.idempotency_keys
                   (scope, caller, request, status, content_type, location, etag, body, kept, created_at)
            values (:scope, :caller, :request, :status, :contentType, :location, :etag, :body, :kept, :now)
                on conflict (scope) do update
               set caller = excluded.caller, request = excluded.request, status = excluded.status,
                   content_type = excluded.content_type, location = excluded.location,
                   etag = excluded.etag, body = excluded.body, kept = excluded.kept,
                   created_at = excluded.created_at
            """)
        .param("scope", scope.bytes())
        .param("caller", caller(), Types.BINARY)
        .param("request", request.bytes())
        .param("status", answer.status())
        .param("contentType", answer.contentType(), Types.VARCHAR)
        .param("location", answer.location(), Types.VARCHAR)
        .param("etag", answer.etag(), Types.VARCHAR)
        .param("body", answer.body())
        .param("kept", answer.kept())
        .param("now", moment(now), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /**
   * Marks work as running until a moment; false if it was answered, or is running. The same request
   * takes over what did not end in its time, and any what is expired.
   */
  boolean begin(Digest scope, Digest request, Instant now, Instant until, Instant notBefore) {
    return database
            .sql(
                """
                insert into edge.idempotency_keys as known
                       (scope, caller, request, running_until, created_at)
                values (:scope, :caller, :request, :until, :now)
                    on conflict (scope) do update
                   set caller = excluded.caller, request = excluded.request, running_until = excluded.running_until,
                       created_at = excluded.created_at, status = null, content_type = null,
                       location = null, etag = null, body = null
                 where known.created_at <= :notBefore
                    or known.running_until <= :now and known.request = excluded.request
                """)
            .param("scope", scope.bytes())
            .param("caller", caller(), Types.BINARY)
            .param("request", request.bytes())
            .param("until", moment(until), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("now", moment(now), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("notBefore", moment(notBefore), Types.TIMESTAMP_WITH_TIMEZONE)
            .update()
        == 1;
  }

  /** Records the answer of what was begun until that moment, unless somebody took it over. */
  void finish(Digest scope, Instant until, Answer answer) {
    database
        .sql(
            """
            update edge.idempotency_keys
               set running_until = null, status = :status, content_type = :contentType,
                   location = :location, etag = :etag, body = :body, kept = :kept
             where scope = :scope and running_until = :until
            """)
        .param("scope", scope.bytes())
        .param("until", moment(until), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("status", answer.status())
        .param("contentType", answer.contentType(), Types.VARCHAR)
        .param("location", answer.location(), Types.VARCHAR)
        .param("etag", answer.etag(), Types.VARCHAR)
        .param("body", answer.body())
        .param("kept", answer.kept())
        .update();
  }

  /** Forgets what was begun until that moment and did not succeed. */
  void abandon(Digest scope, Instant until) {
    database
        .sql("delete from edge.idempotency_keys where scope = :scope and running_until = :until")
        .param("scope", scope.bytes())
        .param("until", moment(until), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /** Forgets some answers, leaving those another instance is just forgetting; says how many. */
  int forget(Instant upTo, int most) {
    return database
        .sql(
            """
            delete from edge.idempotency_keys
             where scope = any(array(
                     select scope from edge.idempotency_keys
                      where created_at <= :upTo
                      order by created_at
                      limit :most
                        for update skip locked))
            """)
        .param("upTo", moment(upTo), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", most)
        .update();
  }

  /** Forgets some answers to a user; says how many. */
  int forget(UserId caller, int most) {
    return database
        .sql(
            """
            delete from edge.idempotency_keys
             where scope in (select scope from edge.idempotency_keys
                              where caller = :caller limit :most)
            """)
        .param("caller", Digest.of(caller.value()).bytes())
        .param("most", most)
        .update();
  }

  /** Null for a public operation, which asks nobody. */
  private static byte @Nullable [] caller() {
    return Caller.isKnown() ? Digest.of(Caller.current().userId().value()).bytes() : null;
  }

  private static OffsetDateTime moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * A request, and what it was answered.
   *
   * @param answer null while it is running
   */
  record Recorded(Digest request, @Nullable Answer answer) {

    /**
     * The answer, to the same request.
     *
     * @throws KeyReused if it was given to another one
     * @throws StillRunning if there is none yet
     * @throws AnswerNotKept if it held a secret
     */
    Answer answerTo(Digest again) {
      if (!request.equals(again)) {
        throw new KeyReused();
      }
      if (answer == null) {
        throw new StillRunning();
      }
      if (!answer.kept()) {
        throw AnswerNotKept.of(answer);
      }
      return answer;
    }
  }
}
