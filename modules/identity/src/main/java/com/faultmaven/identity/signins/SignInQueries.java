package com.faultmaven.identity.signins;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a user may read of the own sign-ins. */
@Component
public class SignInQueries {

  private static final Pattern ID = Pattern.compile("signin_[0-9a-f]{32}");

  private static final String LIVE =
      "user_id = ? and ended_at is null and expires_at > ? and (ends_at is null or ends_at > ?)";

  private static final String PAGE =
      """
      select sign_in_id, method, client_id, network, user_agent, organization_id, created_at,
        last_used_at, least(expires_at, ends_at) as expires_at
      from identity.sign_ins where %s
        and (created_at, sign_in_id) < (?, ?)
      order by created_at desc, sign_in_id desc limit ? offset ?
      """
          .formatted(LIVE);

  private static final String CAME_FROM =
      """
      select exists (
        select from identity.users u join identity.sign_ins s on s.user_id = u.user_id
        where (u.username = ? or u.email = ?) and s.network = ? and s.created_at > ?)
      """;

  /** How long the place somebody came from is theirs. */
  private static final Duration USUAL = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  SignInQueries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Position(Instant createdAt, String id) {

    static final Position START = new Position(Instant.parse("9999-12-31T23:59:59Z"), "");
  }

  /** The live ones, the newest first. */
  public Page<SignIn> of(UserId user, Paging paging) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    CursorScope list = CursorScope.of("sign-ins/a").with("user", user.value());
    String cursor = paging.cursor();
    Position start =
        cursor == null
            ? Position.START
            : Cursor.read(list, cursor, parts -> new Position(parts.instant(), parts.word(ID)));
    List<SignIn> fetched =
        jdbc.sql(PAGE)
            .params(
                user.value(),
                now,
                now,
                start.createdAt().atOffset(ZoneOffset.UTC),
                start.id(),
                paging.limit() + 1,
                paging.offset())
            .query((row, _) -> signIn(row))
            .list();
    return Page.of(
        fetched,
        paging,
        () ->
            jdbc.sql("select count(*) from identity.sign_ins where " + LIVE)
                .params(user.value(), now, now)
                .query(Long.class)
                .single(),
        last -> Cursor.after(list, last.createdAt(), last.id()));
  }

  /** Whether whoever is called so has signed in from this network in the last month. */
  public boolean hasComeFrom(String name, @Nullable String network) {
    return jdbc.sql(CAME_FROM)
        .param(name)
        .param(name)
        .param(network)
        .param(clock.instant().minus(USUAL).atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  private static SignIn signIn(ResultSet row) throws SQLException {
    return new SignIn(
        row.getString("sign_in_id"),
        row.getString("method"),
        row.getString("client_id"),
        row.getString("network"),
        row.getString("user_agent"),
        new OrganizationId(row.getString("organization_id")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
