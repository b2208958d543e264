package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.passwords.Passwords;
import com.faultmaven.identity.signins.SignInEnd;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What users change about themselves. */
@Service
public class Profiles {

  private final UserRows users;
  private final Passwords passwords;
  private final Attempts attempts;
  private final SignIns signIns;
  private final AccountPolicy policy;
  private final Audit audit;
  private final ApplicationEventPublisher facts;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Profiles(
      UserRows users,
      Passwords passwords,
      Attempts attempts,
      SignIns signIns,
      AccountPolicy policy,
      Audit audit,
      ApplicationEventPublisher facts,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.attempts = attempts;
    this.signIns = signIns;
    this.policy = policy;
    this.audit = audit;
    this.facts = facts;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * What is to change; null leaves as it is.
   *
   * @param displayName another name to show
   */
  public record Changes(
      @Nullable String username, @Nullable String email, @Nullable String displayName) {}

  /**
   * Changes the account of the caller; what changes nothing writes nothing.
   *
   * @throws UserExists if a name is taken
   */
  public void change(Changes changes, IfMatch condition, Caller caller) {
    policy.requireKept();
    String username =
        changes.username() == null
            ? null
            : Usernames.requireUsername(Usernames.key(changes.username()));
    String email =
        changes.email() == null ? null : Usernames.requireEmail(Usernames.key(changes.email()));
    transactions.executeWithoutResult(
        _ -> {
          User before = own(caller).user();
          condition.require(before.version());
          User after = changed(before, username, email, changes.displayName());
          List<String> names = differences(before, after);
          if (!names.isEmpty()) {
            store(after, names);
          }
        });
  }

  /**
   * Sets another password of the caller, and ends their other sign-ins.
   *
   * @throws InvalidRequest if the present one is wrong, or the new one is not taken
   */
  public void changePassword(String present, String wanted, Caller caller) {
    policy.requireKept();
    UserRows.Stored stored = transactions.execute(_ -> own(caller));
    String name = stored.user().username();
    attempts.requireLeft(name);
    if (!passwords.matches(present, stored.passwordHash())) {
      attempts.failed(name);
      throw InvalidRequest.body(
          "/current_password", "not_allowed", "This is not the present password.");
    }
    User user = stored.user();
    String hash =
        passwords.hashOfNew(
            wanted,
            "/new_password",
            user.username(),
            Objects.requireNonNullElse(user.email(), user.username()));
    transactions.executeWithoutResult(
        _ -> {
          UserRows.Stored locked = own(caller);
          if (!Objects.equals(locked.passwordHash(), stored.passwordHash())) {
            throw InvalidRequest.body(
                "/current_password", "not_allowed", "This is not the present password any more.");
          }
          users.setPassword(user.id(), hash);
          signIns.endAll(user.id(), caller.signIn(), SignInEnd.PASSWORD);
          audit.ofUser(AuditEvent.PASSWORD_CHANGED, user.id(), user.id());
        });
  }

  private UserRows.Stored own(Caller caller) {
    UserId user = caller.userId();
    return users.lock(user).orElseThrow(() -> AccountNotFound.ofCaller(user));
  }

  private void store(User after, List<String> names) {
    long fact = users.update(after);
    audit.ofUser(AuditEvent.ACCOUNT_UPDATED, after.id(), after.id(), Map.of("changed", names));
    facts.publishEvent(
        new UserFact.UserUpdated(after.id(), names, after.active(), fact, after.updatedAt()));
  }

  private User changed(
      User user, @Nullable String username, @Nullable String email, @Nullable String displayName) {
    return new User(
        user.id(),
        user.version(),
        username == null ? user.username() : username,
        email == null ? user.email() : email,
        user.emailVerified() && (email == null || email.equals(user.email())),
        displayName == null || displayName.isBlank() ? user.displayName() : displayName.strip(),
        user.dev(),
        user.service(),
        user.active(),
        user.roles(),
        user.createdAt(),
        clock.instant());
  }

  private static List<String> differences(User before, User after) {
    List<String> names = new ArrayList<>();
    if (!before.username().equals(after.username())) {
      names.add("username");
    }
    if (!Objects.equals(before.email(), after.email())) {
      names.add("email");
    }
    if (!before.displayName().equals(after.displayName())) {
      names.add("display_name");
    }
    return names;
  }
}
