package com.faultmaven.identity;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored accounts. Whoever changes one locks it first. */
@Component
class UserRows {

  static final String COLUMNS =
      """
      u.user_id, u.version, u.username, u.email, u.email_verified_at, u.display_name, u.is_dev,
      u.is_service, u.is_active, u.roles, u.created_at, u.updated_at
      """;

  /** Who makes or unmakes administrators, or the first account, does so one after the other. */
  private static final long ADMINS = 7_305_816_441_270_019_002L;

  private static final String INSERT =
      """
      insert into identity.users (user_id, username, email, display_name, password_hash, is_dev,
        is_service, roles, facts, created_at, updated_at)
      select ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?
      where not exists (select from identity.users where email = ? or username = ?)
      """;

  private static final String WITH_SECRET =
      "select " + COLUMNS + ", u.password_hash, u.facts from identity.users u where ";

  private final JdbcClient jdbc;
  private final Clock clock;

  UserRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** An account with what nobody else sees of it. */
  record Stored(User user, @Nullable String passwordHash, long facts) {}

  /** The one that signs in with this username or email. */
  Optional<Stored> named(String name) {
    return jdbc.sql(
            WITH_SECRET + "u.username = ? or u.email = ? order by u.username = ? desc limit 1")
        .params(name, name, name)
        .query((row, _) -> stored(row))
        .optional();
  }

  /** The one whose address this is. */
  Optional<User> ofAddress(String email) {
    return jdbc.sql("select " + COLUMNS + " from identity.users u where u.email = ?")
        .param(email)
        .query((row, _) -> user(row))
        .optional();
  }

  /** That the address is the user's. Gives how many events were published about the account. */
  long verifyEmail(UserId user) {
    return jdbc.sql(
            """
            update identity.users set version = version + 1, facts = facts + 1,
              email_verified_at = ?, updated_at = ?
            where user_id = ? returning facts
            """)
        .params(at(clock.instant()), at(clock.instant()), user.value())
        .query(Long.class)
        .single();
  }

  /** Locks an account until the transaction ends. */
  Optional<Stored> lock(UserId id) {
    return jdbc.sql(WITH_SECRET + "u.user_id = ? for update")
        .param(id.value())
        .query((row, _) -> stored(row))
        .optional();
  }

  Optional<User> find(UserId id) {
    return jdbc.sql("select " + COLUMNS + " from identity.users u where u.user_id = ?")
        .param(id.value())
        .query((row, _) -> user(row))
        .optional();
  }

  void lockAdmins() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(ADMINS).query((row, _) -> true).single();
  }

  /** Whether there is an active administrator besides this user. */
  boolean hasAdminBesides(@Nullable UserId user) {
    return jdbc.sql(
            """
            select exists (select from identity.users
              where is_active and roles <> '{user}' and 'admin' = any(roles) and user_id <> ?)
            """)
        .param(user == null ? "" : user.value())
        .query(Boolean.class)
        .single();
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select from identity.users)").query(Boolean.class).single();
  }

  boolean wasDeleted(byte[] hash) {
    return jdbc.sql("select exists (select from identity.deleted_users where user_hash = ?)")
        .param(hash)
        .query(Boolean.class)
        .single();
  }

  /**
   * Stores a new account.
   *
   * @throws UserExists if a name of it is taken, be it as a username or as an address
   */
  void insert(User user, @Nullable String passwordHash) {
    try {
      int stored =
          jdbc.sql(INSERT)
              .param(user.id().value())
              .param(user.username())
              .param(user.email())
              .param(user.displayName())
              .param(passwordHash)
              .param(user.dev())
              .param(user.service())
              .param(array(user.roles()))
              .param(at(user.createdAt()))
              .param(at(user.updatedAt()))
              .param(user.username())
              .param(user.email())
              .update();
      if (stored == 0) {
        throw new UserExists();
      }
    } catch (DuplicateKeyException taken) {
      throw new UserExists();
    }
  }

  /**
   * Stores what has changed, as another version.
   *
   * @return how many events were published about it, with the one about this change
   * @throws UserExists if a name of it is taken
   */
  long update(User user) {
    try {
      return jdbc.sql(
              """
              update identity.users set version = version + 1, facts = facts + 1, username = ?,
                email = ?, email_verified_at = case when ? then email_verified_at end,
                display_name = ?, is_active = ?, roles = ?, updated_at = ?
              where user_id = ? and not exists (
                select from identity.users o
                where o.user_id <> ? and (o.email = ? or o.username = ?))
              returning facts
              """)
          .param(user.username())
          .param(user.email())
          .param(user.emailVerified())
          .param(user.displayName())
          .param(user.active())
          .param(array(user.roles()))
          .param(at(user.updatedAt()))
          .param(user.id().value())
          .param(user.id().value())
          .param(user.username())
          .param(user.email())
          .query(Long.class)
          .optional()
          .orElseThrow(UserExists::new);
    } catch (DuplicateKeyException taken) {
      throw new UserExists();
    }
  }

  void setPassword(UserId user, String hash) {
    jdbc.sql(
            """
            update identity.users set version = version + 1, password_hash = ?, is_dev = false,
              password_changed_at = ?, updated_at = ?
            where user_id = ?
            """)
        .params(hash, at(clock.instant()), at(clock.instant()), user.value())
        .update();
  }

  /**
   * That somebody signs in, maybe with the password hashed anew; locks the account.
   *
   * @param verified the hash of the password they gave, which may be another by now
   */
  Optional<User> signedIn(UserId user, @Nullable String verified, @Nullable String rehashed) {
    return jdbc.sql(
            """
            update identity.users u
            set last_login_at = ?, password_hash = coalesce(?, password_hash)
            where user_id = ? and password_hash is not distinct from ? returning
            """
                + COLUMNS)
        .param(at(clock.instant()))
        .param(rehashed)
        .param(user.value())
        .param(verified)
        .query((row, _) -> user(row))
        .optional();
  }

  /**
   * Deletes the account with its sign-ins, and remembers that its id is used up.
   *
   * @return how many events were published about it
   */
  long delete(UserId user, byte[] hash) {
    return jdbc.sql(
            """
            with remembered as (
              insert into identity.deleted_users (user_hash, deleted_at) values (?, ?)
              on conflict do nothing)
            delete from identity.users where user_id = ? returning facts
            """)
        .params(hash, at(clock.instant()), user.value())
        .query(Long.class)
        .single();
  }

  static User user(ResultSet row) throws SQLException {
    return new User(
        new UserId(row.getString("user_id")),
        new EntityVersion(row.getLong("version")),
        row.getString("username"),
        row.getString("email"),
        row.getObject("email_verified_at") != null,
        row.getString("display_name"),
        row.getBoolean("is_dev"),
        row.getBoolean("is_service"),
        row.getBoolean("is_active"),
        Set.of((String[]) row.getArray("roles").getArray()),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(user(row), row.getString("password_hash"), row.getLong("facts"));
  }

  private static String[] array(Collection<String> roles) {
    return roles.stream().sorted().toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
