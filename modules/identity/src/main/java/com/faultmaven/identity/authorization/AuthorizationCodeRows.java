package com.faultmaven.identity.authorization;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored codes. Whoever exchanges one has locked its owner before. */
@Component
class AuthorizationCodeRows {

  /** How many a user has at once beside a new one; the oldest go. */
  private static final int OTHERS = 19;

  private static final String INSERT =
      """
      with surplus as (
        delete from identity.authorization_codes where code_hash = any(array(
          select code_hash from identity.authorization_codes where user_id = ?
          order by created_at desc, code_hash offset ?)))
      insert into identity.authorization_codes (code_hash, user_id, client_id, redirect_uri,
        challenge, approved_in, created_at, expires_at)
      select ?, user_id, ?, ?, ?, ?, ?, ? from identity.users where user_id = ? and is_active
      for key share
      """;

  private static final String FIND =
      """
      select client_id, redirect_uri, challenge, expires_at, sign_in_id,
        approved_in is null or exists (select from identity.sign_ins s
          where s.sign_in_id = approved_in and s.ended_at is null) as backed
      from identity.authorization_codes where code_hash = ?
      """;

  private final JdbcClient jdbc;

  AuthorizationCodeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if the caller has no active account. */
  boolean insert(
      byte[] hash, AuthorizationRequest request, Caller caller, Instant now, Instant expires) {
    return jdbc.sql(INSERT)
            .param(caller.userId().value())
            .param(OTHERS)
            .param(hash)
            .param(request.clientId())
            .param(request.redirectUri())
            .param(Base64.getUrlDecoder().decode(request.challenge()))
            .param(caller.signIn())
            .param(at(now))
            .param(at(expires))
            .param(caller.userId().value())
            .update()
        == 1;
  }

  Optional<UserId> ownerOf(byte[] hash) {
    return jdbc.sql("select user_id from identity.authorization_codes where code_hash = ?")
        .param(hash)
        .query((row, _) -> new UserId(row.getString(1)))
        .optional();
  }

  Optional<StoredCode> find(byte[] hash) {
    return jdbc.sql(FIND).param(hash).query((row, _) -> code(row)).optional();
  }

  void use(byte[] hash, String signIn) {
    jdbc.sql("update identity.authorization_codes set sign_in_id = ? where code_hash = ?")
        .params(signIn, hash)
        .update();
  }

  private static StoredCode code(ResultSet row) throws SQLException {
    return new StoredCode(
        row.getString("client_id"),
        row.getString("redirect_uri"),
        row.getBytes("challenge"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getString("sign_in_id"),
        row.getBoolean("backed"));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
