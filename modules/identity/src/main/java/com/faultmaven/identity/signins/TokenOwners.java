package com.faultmaven.identity.signins;

import com.faultmaven.kernel.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows the sign-in of every refresh token that is stored, also of one that was replaced. */
@Component
public class TokenOwners {

  private static final String OWNER =
      """
      select s.user_id, s.sign_in_id from identity.refresh_tokens t
        join identity.sign_ins s on s.sign_in_id = t.sign_in_id
      where t.token_hash = ?
      """;

  private final JdbcClient jdbc;

  TokenOwners(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The sign-in that a refresh token belongs to. */
  public Optional<OwnedSignIn> of(String refreshToken) {
    return jdbc.sql(OWNER)
        .param(new RefreshToken(refreshToken).hash())
        .query(
            (row, _) ->
                new OwnedSignIn(new UserId(row.getString("user_id")), row.getString("sign_in_id")))
        .optional();
  }
}
