package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.audit.Origin;
import com.faultmaven.identity.signins.NewSignIn;
import com.faultmaven.identity.signins.OpenedSignIn;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.identity.tokens.AccessTokens;
import com.faultmaven.identity.tokens.TokenProperties;
import com.faultmaven.identity.tokens.TokenSubject;
import com.faultmaven.kernel.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins a sign-in for somebody who has proved who they are, and gives its first tokens. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Admission {

  private final UserRows users;
  private final SignIns signIns;
  private final AccessTokens tokens;
  private final Audit audit;
  private final TokenProperties properties;
  private final Origin.Current origins;
  private final Clock clock;

  Admission(
      UserRows users,
      SignIns signIns,
      AccessTokens tokens,
      Audit audit,
      TokenProperties properties,
      Origin.Current origins,
      Clock clock) {
    this.users = users;
    this.signIns = signIns;
    this.tokens = tokens;
    this.audit = audit;
    this.properties = properties;
    this.origins = origins;
    this.clock = clock;
  }

  /**
   * Admits a user.
   *
   * @param method how they proved who they are
   * @param rehashed another hash of their password, or null
   */
  IssuedTokens admit(
      User user, String method, @Nullable String clientId, @Nullable String rehashed) {
    users.signedIn(user.id(), rehashed);
    OpenedSignIn opened =
        signIns.open(new NewSignIn(user.id(), method, clientId, origins.get(), user.service()));
    audit.ofUser(
        AuditEvent.LOGIN,
        user.id(),
        user.id(),
        Map.of("sign_in_id", opened.id(), "method", method));
    Duration lifetime =
        method.equals(SignInMethod.NONE.word()) ? properties.devAccess() : properties.access();
    TokenSubject subject =
        new TokenSubject(
            user.id(),
            opened.id(),
            user.email(),
            user.emailVerified(),
            user.roles(),
            OrganizationId.DEFAULT);
    return new IssuedTokens(
        user, opened, tokens.issue(subject, lifetime), lifetime, clock.instant().plus(lifetime));
  }
}
