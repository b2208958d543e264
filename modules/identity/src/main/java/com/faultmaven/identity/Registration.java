package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.passwords.Passwords;
import com.faultmaven.identity.tokens.SigningKeys;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes accounts. A password is hashed before the transaction begins. */
@Service
public class Registration {

  private final UserRows users;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Admission admission;
  private final Audit audit;
  private final AccountPolicy policy;
  private final SigningKeys keys;
  private final ApplicationEventPublisher facts;
  private final TransactionTemplate transactions;
  private final RandomGenerator random;
  private final Clock clock;

  Registration(
      UserRows users,
      Passwords passwords,
      Attempts attempts,
      Admission admission,
      Audit audit,
      AccountPolicy policy,
      SigningKeys keys,
      ApplicationEventPublisher facts,
      PlatformTransactionManager transactions,
      RandomGenerator random,
      Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.attempts = attempts;
    this.admission = admission;
    this.audit = audit;
    this.policy = policy;
    this.keys = keys;
    this.facts = facts;
    this.transactions = new TransactionTemplate(transactions);
    this.random = random;
    this.clock = clock;
  }

  /**
   * Makes an account for whoever asks, and signs them in.
   *
   * @throws RegistrationClosed if nobody may
   * @throws UserExists if a name is taken
   */
  public IssuedTokens register(NewAccount wanted, @Nullable String clientId) {
    requireTokens();
    if (!policy.open()) {
      throw new RegistrationClosed();
    }
    String email = Usernames.key(wanted.email());
    String username = Usernames.key(wanted.username());
    username = Usernames.requireUsername(username == null ? email : username);
    email = Usernames.requireEmail(email == null && Usernames.isEmail(username) ? username : email);
    String password = wanted.password();
    if (password == null && !policy.passwordless()) {
      throw InvalidRequest.body("/password", "required", "A password is needed.");
    }
    if (password != null) {
      passwords.requireRoom();
    }
    attempts.registers();
    String hash =
        password == null ? null : passwords.hashOfNew(password, "/password", username, email);
    User user = account(username, email, wanted.displayName(), hash == null, false, Set.of());
    SignInMethod method = hash == null ? SignInMethod.PASSWORDLESS : SignInMethod.PASSWORD;
    return transactions.execute(_ -> create(user, user.id(), hash, method, clientId));
  }

  /**
   * Makes an account without a password, and signs its owner in.
   *
   * @throws NotServedHere if there are no such accounts
   */
  public IssuedTokens registerWithoutPassword(NewAccount wanted) {
    requireTokens();
    if (!policy.passwordless()) {
      throw NotServedHere.passwordless();
    }
    String username = Usernames.requireUsername(Usernames.key(wanted.username()));
    String named = Usernames.key(wanted.email());
    String email =
        Usernames.requireEmail(
            named != null
                ? named
                : Usernames.isEmail(username) ? username : username + "@dev.faultmaven.local");
    User user = account(username, email, wanted.displayName(), true, false, Set.of());
    return transactions.execute(_ -> create(user, user.id(), null, SignInMethod.NONE, null));
  }

  /** Makes an account for a service; whoever calls has checked that they may. */
  public IssuedTokens registerService(String name, String displayName, Caller caller) {
    requireTokens();
    String username = Usernames.requireUsername(Usernames.key(name));
    User user = account(username, null, displayName, false, true, Set.of("service"));
    return transactions.execute(
        _ -> create(user, caller.userId(), null, SignInMethod.SERVICE, null));
  }

  /** Makes the administrator that the settings name, unless there is one. */
  void bootstrap(String name, @Nullable String address, String password) {
    String username = Usernames.requireUsername(Usernames.key(name));
    String email = address == null ? null : Usernames.requireEmail(Usernames.key(address));
    String hash = passwords.hashOfNew(password, "/password", username);
    User user = account(username, email, null, false, false, Set.of(User.ADMIN));
    transactions.executeWithoutResult(
        _ -> {
          users.lockAdmins();
          if (!users.hasAdminBesides(null)) {
            insert(user, user.id(), hash);
          }
        });
  }

  private IssuedTokens create(
      User user,
      UserId actor,
      @Nullable String hash,
      SignInMethod method,
      @Nullable String clientId) {
    User created = user;
    if (policy.firstIsAdmin() && !user.service() && users.isEmpty()) {
      users.lockAdmins();
      created = users.isEmpty() ? asAdmin(user) : user;
    }
    insert(created, actor, hash);
    users.signedIn(created.id(), hash, null);
    return admission.admit(created, method, clientId);
  }

  private void insert(User user, UserId actor, @Nullable String hash) {
    users.insert(user, hash);
    audit.ofUser(AuditEvent.ACCOUNT_CREATED, user.id(), actor);
    facts.publishEvent(
        new UserFact.UserCreated(user.id(), user.roles(), user.service(), 1, user.createdAt()));
  }

  private User account(
      String username,
      @Nullable String email,
      @Nullable String displayName,
      boolean dev,
      boolean service,
      Set<String> moreRoles) {
    Instant now = clock.instant();
    UserId id = UserIds.random(random);
    String shown =
        displayName == null || displayName.isBlank()
            ? Usernames.displayName(username)
            : displayName.strip();
    return new User(
        id,
        new EntityVersion(0),
        username,
        email,
        false,
        shown,
        dev,
        service,
        true,
        Roles.with(moreRoles),
        now,
        now);
  }

  private static User asAdmin(User user) {
    return Roles.of(user, Roles.with(Set.of(User.ADMIN)));
  }

  private void requireTokens() {
    policy.requireKept();
    if (!keys.areKept()) {
      throw NotServedHere.tokens();
    }
  }
}
