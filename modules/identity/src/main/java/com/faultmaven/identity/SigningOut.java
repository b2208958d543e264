package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.signins.SignInEnd;
import com.faultmaven.identity.signins.SignInNotFound;
import com.faultmaven.identity.signins.SignIns;
import com.faultmaven.kernel.Caller;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends sign-ins of the caller. Whom a gateway alone knows has none. */
@Service
@Transactional
public class SigningOut {

  private final SignIns signIns;
  private final Audit audit;

  SigningOut(SignIns signIns, Audit audit) {
    this.signIns = signIns;
    this.audit = audit;
  }

  /**
   * Ends the sign-in of this request, or all.
   *
   * @return how many ended
   */
  public int signOut(boolean everywhere, Caller caller) {
    String current = caller.signIn();
    int ended = 0;
    if (everywhere) {
      ended = signIns.endAll(caller.userId(), null, SignInEnd.LOGOUT);
    } else if (current != null && signIns.end(caller.userId(), current, SignInEnd.LOGOUT)) {
      ended = 1;
    }
    if (ended > 0) {
      audit.ofUser(AuditEvent.LOGOUT, caller.userId(), caller.userId(), Map.of("sign_ins", ended));
    }
    return ended;
  }

  /**
   * Ends one.
   *
   * @throws SignInNotFound if the caller has no such live one
   */
  public void end(String id, Caller caller) {
    if (!signIns.end(caller.userId(), id, SignInEnd.LOGOUT)) {
      throw SignInNotFound.of(id);
    }
    audit.ofUser(AuditEvent.LOGOUT, caller.userId(), caller.userId(), Map.of("sign_in_id", id));
  }
}
