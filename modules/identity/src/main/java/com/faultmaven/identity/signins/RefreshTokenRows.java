package com.faultmaven.identity.signins;

import com.faultmaven.identity.tokens.TokenSubject;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored refresh tokens. Whoever reads or replaces one has locked its sign-in before. */
@Component
class RefreshTokenRows {

  private static final String LOCK =
      """
      select s.sign_in_id from identity.refresh_tokens t
        join identity.sign_ins s on s.sign_in_id = t.sign_in_id
      where t.token_hash = ? for update of s
      """;

  private static final String READ =
      """
      select t.sign_in_id, t.expires_at, t.replaced_at, t.void, s.ended_at, s.ends_at,
        case when s.method = 'authorization_code' then s.client_id end as bound_to,
        u.user_id, u.username, u.email, u.email_verified_at, u.roles, u.is_active,
        o.organization_id, m.user_id is not null or o.organization_id = 'default' as is_member,
        exists (select from identity.refresh_tokens c
          where c.parent = t.token_hash and c.replaced_at is not null) as child_used
      from identity.refresh_tokens t
        join identity.sign_ins s on s.sign_in_id = t.sign_in_id
        join identity.users u on u.user_id = s.user_id
        cross join lateral (select coalesce(?, s.organization_id) as organization_id) o
        left join identity.organizations g
          on g.organization_id = o.organization_id and g.deleted_at is null
        left join identity.members m
          on m.organization_id = g.organization_id and m.user_id = s.user_id
      where t.token_hash = ?
      """;

  private static final String REPLACE =
      """
      with replaced as (
        update identity.refresh_tokens set replaced_at = ? where token_hash = ?),
      lost as (
        update identity.refresh_tokens set void = true where parent = ? and ?),
      used as (
        update identity.sign_ins set last_used_at = ?, expires_at = ?, organization_id = ?
        where sign_in_id = ?)
      insert into identity.refresh_tokens (token_hash, sign_in_id, parent, issued_at, expires_at)
      values (?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;

  RefreshTokenRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The sign-in of a token, if there is such a token. */
  Optional<String> lockSignInOf(byte[] hash) {
    return jdbc.sql(LOCK).param(hash).query(String.class).optional();
  }

  /** The token, seen after the lock. */
  StoredRefreshToken read(byte[] hash, @Nullable OrganizationId wanted) {
    return jdbc.sql(READ)
        .param(wanted == null ? null : wanted.value())
        .param(hash)
        .query((row, _) -> stored(row))
        .single();
  }

  /**
   * Puts a token in the place of another.
   *
   * @param lost whether those that replaced it before are void
   */
  void replace(
      byte[] replaced,
      byte[] child,
      StoredRefreshToken stored,
      boolean lost,
      Instant now,
      Instant expires) {
    jdbc.sql(REPLACE)
        .params(
            at(now),
            replaced,
            replaced,
            lost,
            at(now),
            at(expires),
            stored.subject().organization().value(),
            stored.signIn(),
            child,
            stored.signIn(),
            replaced,
            at(now),
            at(expires))
        .update();
  }

  private static StoredRefreshToken stored(ResultSet row) throws SQLException {
    boolean member = row.getBoolean("is_member");
    return new StoredRefreshToken(
        row.getString("sign_in_id"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        moment(row, "replaced_at"),
        row.getBoolean("void"),
        row.getBoolean("child_used"),
        row.getObject("ended_at") != null,
        moment(row, "ends_at"),
        row.getString("bound_to"),
        row.getBoolean("is_active"),
        member,
        row.getString("username"),
        new TokenSubject(
            new UserId(row.getString("user_id")),
            row.getString("sign_in_id"),
            row.getString("email"),
            row.getObject("email_verified_at") != null,
            Set.of((String[]) row.getArray("roles").getArray()),
            member
                ? new OrganizationId(row.getString("organization_id"))
                : OrganizationId.DEFAULT));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
