package com.faultmaven.identity;

import com.faultmaven.identity.audit.AuditEntry;
import com.faultmaven.identity.audit.AuditQueries;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What may be read of accounts. */
@Service
public class UserQueries {

  private static final String OWN =
      """
      select %s, u.last_login_at, o.organization_id, o.name as organization_name, m.role,
        (select count(*) from identity.sign_ins l where l.user_id = u.user_id
          and l.ended_at is null and l.expires_at > ? and (l.ends_at is null or l.ends_at > ?))
          as sign_ins
      from identity.users u
        left join identity.sign_ins s on s.sign_in_id = ? and s.user_id = u.user_id
        left join identity.organizations g
          on g.organization_id = s.organization_id and g.deleted_at is null
        left join identity.members m
          on m.organization_id = g.organization_id and m.user_id = u.user_id
        left join identity.organizations o on o.organization_id = m.organization_id
      where u.user_id = ?
      """
          .formatted(UserRows.COLUMNS);

  private static final String SHARED =
      """
      select %s, exists (
        select from identity.members mine
          join identity.members theirs on theirs.organization_id = mine.organization_id
          join identity.organizations o on o.organization_id = mine.organization_id
        where mine.user_id = ? and theirs.user_id = u.user_id and o.deleted_at is null) as shared
      from identity.users u where u.user_id = ?
      """
          .formatted(UserRows.COLUMNS);

  private static final String FILTER =
      """
      (?::boolean is null or u.is_active = ?) and (?::text is null or ? = any(u.roles))
      and (?::text is null or position(? in u.username) > 0 or position(? in u.email) > 0
        or position(? in lower(u.display_name)) > 0)
      """;

  private final UserRows users;
  private final AuditQueries audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  UserQueries(UserRows users, AuditQueries audit, JdbcClient jdbc, Clock clock) {
    this.users = users;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The account of the caller, or what a gateway says of them. */
  public OwnProfile own(Caller caller) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(OWN)
        .param(now)
        .param(now)
        .param(caller.signIn())
        .param(caller.userId().value())
        .query((row, _) -> profile(row))
        .optional()
        .orElseGet(() -> OwnProfile.ofGateway(caller));
  }

  /**
   * A user as the caller may see them.
   *
   * @param whole whether all of it may be shown
   */
  public record Seen(User user, boolean whole) {}

  /**
   * A user: whole to themself and administrators, otherwise to whoever shares an organization.
   *
   * @throws AccountNotFound if the caller may not see them, or there is none
   */
  public Seen get(UserId id, Caller caller) {
    boolean whole = caller.is(id) || caller.isAdmin();
    return jdbc.sql(SHARED)
        .params(caller.userId().value(), id.value())
        .query((row, _) -> new Shared(UserRows.user(row), row.getBoolean("shared")))
        .optional()
        .filter(found -> whole || found.shared())
        .map(found -> new Seen(found.user(), whole))
        .orElseThrow(() -> AccountNotFound.of(id));
  }

  private record Shared(User user, boolean shared) {}

  /**
   * What happened to an account, for its owner and administrators.
   *
   * @throws AccountNotFound for anybody else
   */
  public Page<AuditEntry> audit(UserId id, Paging paging, Caller caller) {
    if (!caller.is(id) && !caller.isAdmin()) {
      throw AccountNotFound.of(id);
    }
    if (users.find(id).isEmpty()) {
      throw AccountNotFound.of(id);
    }
    return audit.ofUser(id, paging);
  }

  /**
   * Which accounts are wanted; null for any.
   *
   * @param search a part of username, email or name
   */
  public record Filter(@Nullable Boolean active, @Nullable String role, @Nullable String search) {}

  private record Position(Instant createdAt, String id) {}

  /** All accounts, the newest first; for administrators. */
  public Page<User> list(Filter filter, Paging paging) {
    String search = filter.search() == null ? null : filter.search().toLowerCase(Locale.ROOT);
    CursorScope list =
        CursorScope.of("users/a")
            .with("active", filter.active())
            .with("role", filter.role())
            .with("search", search);
    String cursor = paging.cursor();
    Position start =
        cursor == null
            ? new Position(Instant.parse("9999-12-31T23:59:59Z"), "")
            : Cursor.read(list, cursor, parts -> new Position(parts.instant(), parts.rest()));
    List<User> fetched =
        filtered(
                "select " + UserRows.COLUMNS,
                filter,
                search,
                " and (u.created_at, u.user_id) < (?, ?)"
                    + " order by u.created_at desc, u.user_id desc limit ? offset ?")
            .param(start.createdAt().atOffset(ZoneOffset.UTC))
            .param(start.id())
            .param(paging.limit() + 1)
            .param(paging.offset())
            .query((row, _) -> UserRows.user(row))
            .list();
    return Page.of(
        fetched,
        paging,
        () -> filtered("select count(*)", filter, search, "").query(Long.class).single(),
        last -> Cursor.after(list, last.createdAt(), last.id().value()));
  }

  private JdbcClient.StatementSpec filtered(
      String what, Filter filter, @Nullable String search, String rest) {
    return jdbc.sql(what + " from identity.users u where " + FILTER + rest)
        .param(filter.active())
        .param(filter.active())
        .param(filter.role())
        .param(filter.role())
        .param(search)
        .param(search)
        .param(search)
        .param(search);
  }

  private static OwnProfile profile(ResultSet row) throws SQLException {
    OffsetDateTime lastLogin = row.getObject("last_login_at", OffsetDateTime.class);
    String organization = row.getString("organization_id");
    return new OwnProfile(
        UserRows.user(row),
        lastLogin == null ? null : lastLogin.toInstant(),
        row.getInt("sign_ins"),
        true,
        organization == null
            ? null
            : new OwnProfile.Membership(
                new OrganizationId(organization),
                row.getString("organization_name"),
                row.getString("role")));
  }
}
