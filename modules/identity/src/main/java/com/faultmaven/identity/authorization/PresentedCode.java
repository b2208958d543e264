package com.faultmaven.identity.authorization;

import com.faultmaven.web.Sha256;

/**
 * A code that a client exchanges, with what shows that it was given to that client.
 *
 * @param verifier what the challenge is the hash of
 */
public record PresentedCode(String code, String clientId, String redirectUri, String verifier) {

  byte[] hash() {
    return Sha256.of(code);
  }

  /** They are secrets, which no log shows. */
  @Override
  public String toString() {
    return "a code of " + clientId;
  }
}
