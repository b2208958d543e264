package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.authorization.AuthorizationCodes;
import com.faultmaven.identity.authorization.AuthorizationRequest;
import com.faultmaven.identity.authorization.InvalidCode;
import com.faultmaven.identity.authorization.PresentedCode;
import com.faultmaven.identity.authorization.StoredCode;
import com.faultmaven.identity.signins.SignInEnd;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.identity.tokens.SigningKeys;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs people in on clients that see no password: they say yes on a page they are signed in on.
 */
@Service
public class ClientSignIn {

  private final UserRows users;
  private final AuthorizationCodes codes;
  private final Admission admission;
  private final SignIns signIns;
  private final Audit audit;
  private final SigningKeys keys;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ClientSignIn(
      UserRows users,
      AuthorizationCodes codes,
      Admission admission,
      SignIns signIns,
      Audit audit,
      SigningKeys keys,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.users = users;
    this.codes = codes;
    this.admission = admission;
    this.signIns = signIns;
    this.audit = audit;
    this.keys = keys;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Who would be signed in by what a client asks for.
   *
   * @throws com.faultmaven.kernel.Refusal if it may not ask for that
   */
  public User asked(AuthorizationRequest request, Caller caller) {
    requireSound(request);
    return users.find(caller.userId()).orElseThrow(() -> AccountNotFound.ofCaller(caller.userId()));
  }

  /**
   * Goes on if the client may ask for this.
   *
   * @throws com.faultmaven.kernel.Refusal otherwise
   */
  public void requireSound(AuthorizationRequest request) {
    if (!keys.areKept()) {
      throw NotServedHere.tokens();
    }
    codes.requireListed(request);
  }

  /** A code for the client, as the caller wants it. */
  public String approve(AuthorizationRequest request, Caller caller) {
    requireSound(request);
    return codes
        .issue(request, caller)
        .orElseThrow(() -> AccountNotFound.ofCaller(caller.userId()));
  }

  /**
   * Begins a sign-in on the client that a code was given to.
   *
   * @throws InvalidCode if it was not, or counts no more; what began with it has ended then if it
   *     was exchanged before
   */
  public Refresh.Tokens exchange(PresentedCode presented) {
    if (!keys.areKept()) {
      throw NotServedHere.tokens();
    }
    Optional<Refresh.Tokens> tokens = transactions.execute(_ -> redeem(presented));
    // refused after the commit: that a sign-in has ended must stay
    return tokens.orElseThrow(InvalidCode::refused);
  }

  private Optional<Refresh.Tokens> redeem(PresentedCode presented) {
    return codes
        .ownerOf(presented)
        .flatMap(users::lock)
        .filter(owner -> owner.user().active())
        .flatMap(owner -> redeem(presented, owner));
  }

  private Optional<Refresh.Tokens> redeem(PresentedCode presented, UserRows.Stored owner) {
    UserId user = owner.user().id();
    Optional<StoredCode> code = codes.find(presented).filter(stored -> stored.isOf(presented));
    String before = code.map(StoredCode::signIn).orElse(null);
    if (before != null) {
      end(user, before);
      return Optional.empty();
    }
    return code.filter(stored -> stored.isLiveAt(clock.instant()))
        .flatMap(_ -> users.signedIn(user, owner.passwordHash(), null))
        .map(locked -> admit(locked, presented));
  }

  private Refresh.Tokens admit(User user, PresentedCode presented) {
    Refresh.Tokens tokens = admission.admitOn(presented.clientId(), user);
    codes.use(presented, tokens.signIn());
    return tokens;
  }

  private void end(UserId user, String signIn) {
    if (signIns.end(user, signIn, SignInEnd.REUSE)) {
      audit.refused(AuditEvent.REFRESH_REUSE, user, Map.of("sign_in_id", signIn));
    }
  }
}
