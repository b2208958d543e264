package com.faultmaven.identity;

import com.faultmaven.identity.authorization.AuthorizationProperties;
import com.faultmaven.identity.tokens.SigningKeys;
import org.springframework.stereotype.Service;

/** What a client may do before anybody has signed in. */
@Service
public class AuthConfigQuery {

  private final AccountPolicy policy;
  private final SigningKeys keys;
  private final AccountMail mail;
  private final AuthorizationProperties authorization;

  AuthConfigQuery(
      AccountPolicy policy,
      SigningKeys keys,
      AccountMail mail,
      AuthorizationProperties authorization) {
    this.policy = policy;
    this.keys = keys;
    this.mail = mail;
    this.authorization = authorization;
  }

  /** Whether clients are to send those who sign in to a page. */
  public boolean redirects() {
    return keys.areKept() && authorization.announced();
  }

  /** Whether mail can be sent to those who have an account. */
  public boolean sendsMail() {
    return mail.isOpen() && policy.kept();
  }

  /** Whether one may sign in here. */
  public boolean signsIn() {
    return keys.areKept();
  }

  /** Whether one may register. */
  public boolean registers() {
    return keys.areKept() && policy.kept() && policy.open();
  }
}
