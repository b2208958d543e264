package com.faultmaven.identity.signins;

import com.faultmaven.identity.tokens.TokenProperties;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored sign-ins. What ends one revokes it in the same statement. */
@Component
class SignInRows {

  private static final String REVOKE =
      """
      , revoked as (
        insert into identity.revocations (sign_in_id, revoked_at, until)
        select sign_in_id, clock_timestamp(), clock_timestamp() + make_interval(secs => ?)
        from ended on conflict do nothing)
      select sign_in_id from ended
      """;

  private static final String END =
      """
      with ended as (
        update identity.sign_ins set ended_at = ?, ended_why = ?
        where user_id = ? and ended_at is null
          and (?::text is null or sign_in_id = ?) and (?::text is null or sign_in_id <> ?)
        returning sign_in_id)
      """
          + REVOKE;

  /** The oldest end if there are too many. */
  private static final String OPEN =
      """
      with opened as (
        insert into identity.sign_ins (sign_in_id, user_id, organization_id, method, client_id,
          network, user_agent, created_at, last_used_at, ends_at, expires_at)
        values (?, ?, 'default', ?, ?, ?, ?, ?, ?, ?, ?)),
      token as (
        insert into identity.refresh_tokens (token_hash, sign_in_id, issued_at, expires_at)
        values (?, ?, ?, ?)),
      ended as (
        update identity.sign_ins set ended_at = ?, ended_why = 'limit'
        where sign_in_id = any(array(
          select sign_in_id from identity.sign_ins where user_id = ? and ended_at is null
          order by created_at desc, sign_in_id offset ?))
        returning sign_in_id)
      """
          + REVOKE;

  private final JdbcClient jdbc;
  private final long longestUse;

  SignInRows(JdbcClient jdbc, TokenProperties properties) {
    this.jdbc = jdbc;
    this.longestUse = properties.longestUse().toSeconds();
  }

  /** Begins one beside at most so many others; gives the ids of those that ended. */
  List<String> open(
      String id,
      NewSignIn wanted,
      Instant now,
      @Nullable Instant ends,
      Instant expires,
      byte[] token,
      int others) {
    return jdbc.sql(OPEN)
        .param(id)
        .param(wanted.user().value())
        .param(wanted.method())
        .param(wanted.clientId())
        .param(wanted.origin().network())
        .param(wanted.origin().userAgent())
        .param(at(now))
        .param(at(now))
        .param(ends == null ? null : at(ends))
        .param(at(expires))
        .param(token)
        .param(id)
        .param(at(now))
        .param(at(expires))
        .param(at(now))
        .param(wanted.user().value())
        .param(others)
        .param(longestUse)
        .query(String.class)
        .list();
  }

  /** Ends one or all, but maybe one; gives the ids of those that ended. */
  List<String> end(
      UserId user, @Nullable String id, @Nullable String but, SignInEnd why, Instant now) {
    return jdbc.sql(END)
        .param(at(now))
        .param(why.word())
        .param(user.value())
        .param(id)
        .param(id)
        .param(but)
        .param(but)
        .param(longestUse)
        .query(String.class)
        .list();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
