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
import com.faultmaven.sessions.NewSession;
import com.faultmaven.sessions.SessionCommands;
import com.faultmaven.sessions.SessionId;
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

  private final SignIns signIns;
  private final SessionCommands sessions;
  private final AccessTokens tokens;
  private final Audit audit;
  private final TokenProperties properties;
  private final Origin.Current origins;
  private final Clock clock;

  Admission(
      SignIns signIns,
      SessionCommands sessions,
      AccessTokens tokens,
      Audit audit,
      TokenProperties properties,
      Origin.Current origins,
      Clock clock) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.tokens = tokens;
    this.audit = audit;
    this.properties = properties;
    this.origins = origins;
    this.clock = clock;
  }

  /** Admits a user whose row is locked, and opens or resumes a session of the client. */
  IssuedTokens admit(User user, SignInMethod method, @Nullable String clientId) {
    OpenedSignIn opened = open(user, method, clientId);
    SessionId session = sessions.open(NewSession.of(clientId), user.id()).session().id();
    Duration lifetime = method == SignInMethod.NONE ? properties.devAccess() : properties.access();
    return new IssuedTokens(
        user,
        opened,
        session,
        tokens.issue(subject(user, opened), lifetime),
        lifetime,
        clock.instant().plus(lifetime));
  }

  /** Admits a user whose row is locked on a client that opens its sessions itself. */
  Refresh.Tokens admitOn(String clientId, User user) {
    OpenedSignIn opened = open(user, SignInMethod.AUTHORIZATION_CODE, clientId);
    return new Refresh.Tokens(
        tokens.issue(subject(user, opened), properties.access()),
        properties.access(),
        opened.refreshToken(),
        opened.refreshLifetime(),
        user.id(),
        user.username(),
        opened.id());
  }

  private OpenedSignIn open(User user, SignInMethod method, @Nullable String clientId) {
    OpenedSignIn opened =
        signIns.open(
            new NewSignIn(user.id(), method.word(), clientId, origins.get(), user.service()));
    audit.ofUser(
        AuditEvent.LOGIN,
        user.id(),
        user.id(),
        Map.of("sign_in_id", opened.id(), "method", method.word()));
    return opened;
  }

  private static TokenSubject subject(User user, OpenedSignIn opened) {
    return new TokenSubject(
        user.id(),
        opened.id(),
        user.email(),
        user.emailVerified(),
        user.roles(),
        OrganizationId.DEFAULT);
  }
}
