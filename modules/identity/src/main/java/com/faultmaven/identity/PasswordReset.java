package com.faultmaven.identity;

import com.faultmaven.identity.OneTimeTokens.Purpose;
import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.passwords.Passwords;
import com.faultmaven.identity.signins.SignInEnd;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.kernel.InvalidRequest;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Replaces forgotten passwords. Whether an address has an account is not told. */
@Service
public class PasswordReset {

  private final UserRows users;
  private final OneTimeTokens tokens;
  private final AccountMail mail;
  private final Attempts attempts;
  private final Passwords passwords;
  private final SignIns signIns;
  private final AccountPolicy policy;
  private final Audit audit;
  private final TransactionTemplate transactions;

  PasswordReset(
      UserRows users,
      OneTimeTokens tokens,
      AccountMail mail,
      Attempts attempts,
      Passwords passwords,
      SignIns signIns,
      AccountPolicy policy,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.users = users;
    this.tokens = tokens;
    this.mail = mail;
    this.attempts = attempts;
    this.passwords = passwords;
    this.signIns = signIns;
    this.policy = policy;
    this.audit = audit;
    this.transactions = new TransactionTemplate(transactions);
  }

  /**
   * Sends a mail, if there is an active account of this address.
   *
   * @throws NotServedHere if no mail can be sent
   */
  public void request(String address) {
    requireMail();
    String email = Usernames.requireEmail(Usernames.key(address));
    attempts.mails(email);
    transactions.executeWithoutResult(
        _ -> users.ofAddress(email).filter(User::active).ifPresent(mail::sendReset));
  }

  /**
   * Sets another password, and ends all sign-ins.
   *
   * @throws InvalidRequest if the token does not count, or the password is not taken
   */
  public void confirm(String token, String wanted) {
    requireMail();
    User user =
        tokens
            .find(token, Purpose.PASSWORD_RESET)
            .flatMap(sent -> users.find(sent.user()))
            .filter(User::active)
            .orElseThrow(PasswordReset::badToken);
    String hash =
        passwords.hashOfNew(
            wanted,
            "/new_password",
            user.username(),
            Objects.requireNonNullElse(user.email(), user.username()));
    transactions.executeWithoutResult(
        _ -> {
          boolean there = users.lock(user.id()).isPresent();
          if (!there || tokens.use(token, Purpose.PASSWORD_RESET).isEmpty()) {
            throw badToken();
          }
          users.setPassword(user.id(), hash);
          signIns.endAll(user.id(), null, SignInEnd.PASSWORD);
          audit.ofUser(AuditEvent.PASSWORD_RESET, user.id(), user.id());
        });
  }

  static InvalidRequest badToken() {
    return InvalidRequest.body("/token", "not_allowed", "This token does not count, or no more.");
  }

  private void requireMail() {
    policy.requireKept();
    if (!mail.isOpen()) {
      throw NotServedHere.mail();
    }
  }
}
