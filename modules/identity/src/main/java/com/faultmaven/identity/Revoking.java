package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.signins.OwnedSignIn;
import com.faultmaven.identity.signins.SignInEnd;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.identity.signins.TokenOwners;
import com.faultmaven.kernel.Caller;
import com.faultmaven.web.identity.OwnTokens;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the sign-in of whoever shows one of its tokens. */
@Service
public class Revoking {

  private final TokenOwners owners;
  private final OwnTokens accessTokens;
  private final SignIns signIns;
  private final Audit audit;

  Revoking(TokenOwners owners, OwnTokens accessTokens, SignIns signIns, Audit audit) {
    this.owners = owners;
    this.accessTokens = accessTokens;
    this.signIns = signIns;
    this.audit = audit;
  }

  /**
   * Ends it. Nothing happens for a token that nobody knows or that is not good any more.
   *
   * @param token a refresh token or an access token
   */
  @Transactional
  public void revoke(String token) {
    owners.of(token).or(() -> ownerOfAccess(token)).ifPresent(this::end);
  }

  private Optional<OwnedSignIn> ownerOfAccess(String token) {
    if (accessTokens.of(token) instanceof OwnTokens.Good(Caller caller)
        && caller.signIn() instanceof String signIn) {
      return Optional.of(new OwnedSignIn(caller.userId(), signIn));
    }
    return Optional.empty();
  }

  private void end(OwnedSignIn owned) {
    if (signIns.end(owned.user(), owned.signIn(), SignInEnd.LOGOUT)) {
      audit.ofUser(
          AuditEvent.LOGOUT, owned.user(), owned.user(), Map.of("sign_in_id", owned.signIn()));
    }
  }
}
