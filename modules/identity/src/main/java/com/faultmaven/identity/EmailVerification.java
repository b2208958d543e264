package com.faultmaven.identity;

import com.faultmaven.identity.OneTimeTokens.Purpose;
import com.faultmaven.identity.OneTimeTokens.Sent;
import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out whether an address is that of whoever says so. */
@Service
public class EmailVerification {

  private final UserRows users;
  private final OneTimeTokens tokens;
  private final AccountMail mail;
  private final Attempts attempts;
  private final AccountPolicy policy;
  private final Audit audit;
  private final ApplicationEventPublisher facts;
  private final TransactionTemplate transactions;
  private final Clock clock;

  EmailVerification(
      UserRows users,
      OneTimeTokens tokens,
      AccountMail mail,
      Attempts attempts,
      AccountPolicy policy,
      Audit audit,
      ApplicationEventPublisher facts,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.users = users;
    this.tokens = tokens;
    this.mail = mail;
    this.attempts = attempts;
    this.policy = policy;
    this.audit = audit;
    this.facts = facts;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Sends a mail to the address of the caller, unless it is verified.
   *
   * @throws NotServedHere if no mail can be sent
   * @throws AccountNotFound if the caller has no account
   */
  public void request(Caller caller) {
    requireMail();
    User user =
        users.find(caller.userId()).orElseThrow(() -> AccountNotFound.ofCaller(caller.userId()));
    String email = user.email();
    if (email == null || user.emailVerified()) {
      return;
    }
    attempts.mails(email);
    transactions.executeWithoutResult(_ -> mail.sendVerification(user));
  }

  /**
   * Verifies the address that a token was sent to.
   *
   * @throws InvalidRequest if the token does not count, or the address is another by now
   */
  public void confirm(String token) {
    requireMail();
    transactions.executeWithoutResult(
        _ -> {
          Sent sent =
              tokens.find(token, Purpose.EMAIL_VERIFICATION).orElseThrow(PasswordReset::badToken);
          boolean stillTheirs =
              users
                  .lock(sent.user())
                  .filter(stored -> sent.email().equals(stored.user().email()))
                  .isPresent();
          if (!stillTheirs || tokens.use(token, Purpose.EMAIL_VERIFICATION).isEmpty()) {
            throw PasswordReset.badToken();
          }
          verify(sent);
        });
  }

  private void verify(Sent sent) {
    long fact = users.verifyEmail(sent.user());
    audit.ofUser(AuditEvent.EMAIL_VERIFIED, sent.user(), sent.user());
    facts.publishEvent(
        new UserFact.UserUpdated(
            sent.user(), List.of("email_verified"), true, fact, clock.instant()));
  }

  private void requireMail() {
    policy.requireKept();
    if (!mail.isOpen()) {
      throw NotServedHere.mail();
    }
  }
}
