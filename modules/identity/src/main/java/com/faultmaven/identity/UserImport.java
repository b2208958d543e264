package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.roles.RoleFacts;
import com.faultmaven.identity.signins.SignInEnd;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings in accounts of another installation under the ids they had there. */
@Service
@Transactional
public class UserImport {

  private final UserRows users;
  private final SignIns signIns;
  private final AccountPolicy policy;
  private final RoleFacts roles;
  private final Audit audit;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  UserImport(
      UserRows users,
      SignIns signIns,
      AccountPolicy policy,
      RoleFacts roles,
      Audit audit,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.users = users;
    this.signIns = signIns;
    this.policy = policy;
    this.roles = roles;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  /** An account as it was elsewhere. */
  public record Imported(
      String username,
      @Nullable String email,
      @Nullable String displayName,
      @Nullable String passwordHash,
      Set<String> roles,
      @Nullable Instant createdAt) {}

  /**
   * Creates an account, or replaces the one of this id.
   *
   * @return the account, and whether it is new
   * @throws UserExists if a name of it is taken, or the id was deleted here
   */
  public Result put(UserId id, Imported imported, Caller caller) {
    policy.requireKept();
    if (!Name.isValid(id.value()) || id.equals(UserId.DELETED)) {
      throw InvalidRequest.parameter("user_id", "invalid_format", "A user_id " + Name.RULE + ".");
    }
    String username = Usernames.requireUsername(Usernames.key(imported.username()));
    String email = Usernames.key(imported.email());
    if (email != null) {
      Usernames.requireEmail(email);
    }
    users.lockAdmins();
    Optional<UserRows.Stored> before = users.lock(id);
    if (before.isEmpty() && users.wasDeleted(UserIds.hash(id))) {
      throw new UserExists();
    }
    User user =
        account(id, username, email, imported, before.map(UserRows.Stored::user).orElse(null));
    if (before.isPresent()) {
      replace(before.get().user(), user, imported.passwordHash(), caller);
    } else {
      users.insert(user, imported.passwordHash());
      audit.ofUser(AuditEvent.ACCOUNT_CREATED, id, caller.userId());
      facts.publishEvent(new UserFact.UserCreated(id, user.roles(), false, 1, clock.instant()));
    }
    return new Result(users.find(id).orElseThrow(), before.isEmpty());
  }

  /** What came of it. */
  public record Result(User user, boolean created) {}

  private void replace(User before, User after, @Nullable String hash, Caller caller) {
    if (before.isActiveAdmin() && !after.isActiveAdmin() && !users.hasAdminBesides(before.id())) {
      throw LastAdministrator.refused();
    }
    long fact = users.update(after);
    if (hash != null) {
      users.setPassword(after.id(), hash);
    }
    if (hash != null || !after.roles().containsAll(before.roles())) {
      signIns.endAll(after.id(), null, SignInEnd.ADMIN);
    }
    audit.ofUser(AuditEvent.ACCOUNT_UPDATED, after.id(), caller.userId());
    facts.publishEvent(
        new UserFact.UserUpdated(
            after.id(),
            List.of("username", "email", "display_name", "roles"),
            after.active(),
            fact,
            after.updatedAt()));
    roles.publish(Roles.changes(before, after.roles(), caller.userId()));
  }

  private User account(
      UserId id,
      String username,
      @Nullable String email,
      Imported imported,
      @Nullable User before) {
    String shown = imported.displayName();
    Instant now = clock.instant();
    return new User(
        id,
        before == null ? new EntityVersion(0) : before.version(),
        username,
        email,
        before != null && before.emailVerified() && Objects.equals(before.email(), email),
        shown == null || shown.isBlank() ? Usernames.displayName(username) : shown.strip(),
        false,
        false,
        before == null || before.active(),
        Roles.with(imported.roles()),
        before != null ? before.createdAt() : Objects.requireNonNullElse(imported.createdAt(), now),
        now);
  }
}
