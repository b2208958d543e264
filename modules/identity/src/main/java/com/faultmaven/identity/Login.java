package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.passwords.Passwords;
import com.faultmaven.identity.tokens.SigningKeys;
import com.faultmaven.kernel.InvalidRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs people in. An unknown name, a wrong password and whatever is wrong about a deactivated
 * account are refused by the same words and take as long.
 */
@Service
public class Login {

  private final UserRows users;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Admission admission;
  private final Audit audit;
  private final AccountPolicy policy;
  private final SigningKeys keys;
  private final TransactionTemplate transactions;

  Login(
      UserRows users,
      Passwords passwords,
      Attempts attempts,
      Admission admission,
      Audit audit,
      AccountPolicy policy,
      SigningKeys keys,
      PlatformTransactionManager transactions) {
    this.users = users;
    this.passwords = passwords;
    this.attempts = attempts;
    this.admission = admission;
    this.audit = audit;
    this.policy = policy;
    this.keys = keys;
    this.transactions = new TransactionTemplate(transactions);
  }

  /**
   * Signs in with a password, or without one where the account has none.
   *
   * @param name a username or an email
   * @throws SignInRefused if that is wrong, or the account is deactivated
   */
  public IssuedTokens login(
      @Nullable String name, @Nullable String password, @Nullable String clientId) {
    requireTokens();
    String key = Usernames.key(name);
    if (key == null) {
      throw InvalidRequest.body("/username", "required", "A username or an email is needed.");
    }
    if (password == null) {
      return withoutPassword(key, SignInMethod.PASSWORDLESS, clientId);
    }
    passwords.requireRoom();
    attempts.requireLeft(key);
    Optional<UserRows.Stored> found = users.named(key);
    String hash = found.map(UserRows.Stored::passwordHash).orElse(null);
    if (!passwords.matches(password, hash) || found.isEmpty() || hash == null) {
      attempts.failed(key);
      found.ifPresent(this::recordFailure);
      throw SignInRefused.invalidCredentials();
    }
    String rehashed = passwords.isWeaker(hash) ? passwords.again(password) : null;
    return admit(found.get(), SignInMethod.PASSWORD, clientId, rehashed);
  }

  /**
   * Signs in to an account without a password, for a client that never asks for other tokens.
   *
   * @throws NotServedHere if there are no such accounts
   */
  public IssuedTokens loginWithoutPassword(@Nullable String name) {
    requireTokens();
    if (!policy.passwordless()) {
      throw NotServedHere.passwordless();
    }
    String key = Usernames.key(name);
    if (key == null) {
      throw InvalidRequest.body("/username", "required", "A username or an email is needed.");
    }
    return withoutPassword(key, SignInMethod.NONE, null);
  }

  private IssuedTokens withoutPassword(String key, SignInMethod method, @Nullable String clientId) {
    UserRows.Stored found =
        users
            .named(key)
            .filter(stored -> policy.passwordless() && stored.user().dev())
            .orElseThrow(SignInRefused::invalidCredentials);
    return admit(found, method, clientId, null);
  }

  private IssuedTokens admit(
      UserRows.Stored found,
      SignInMethod method,
      @Nullable String clientId,
      @Nullable String rehashed) {
    if (!found.user().active()) {
      throw SignInRefused.disabled();
    }
    return transactions.execute(
        _ -> {
          // locked, so that whoever deactivates or deletes it ends this sign-in as well
          User user =
              users
                  .signedIn(found.user().id(), found.passwordHash(), rehashed)
                  .orElseThrow(SignInRefused::invalidCredentials);
          if (!user.active()) {
            throw SignInRefused.disabled();
          }
          return admission.admit(user, method, clientId);
        });
  }

  private void recordFailure(UserRows.Stored found) {
    audit.refused(AuditEvent.LOGIN_FAILED, found.user().id(), Map.of());
  }

  private void requireTokens() {
    if (!keys.areKept()) {
      throw NotServedHere.tokens();
    }
  }
}
