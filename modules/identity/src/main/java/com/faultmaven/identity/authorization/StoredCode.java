package com.faultmaven.identity.authorization;

import com.faultmaven.web.Sha256;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code as it is stored.
 *
 * @param challenge the SHA-256 of the verifier
 * @param signIn the sign-in that began with it; null if it was not exchanged
 * @param backed whether the sign-in that it was given on has not ended
 */
public record StoredCode(
    String clientId,
    String redirectUri,
    byte[] challenge,
    Instant expiresAt,
    @Nullable String signIn,
    boolean backed) {

  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  /** Whether it is presented by the client that it was given for. */
  public boolean isOf(PresentedCode presented) {
    return clientId.equals(presented.clientId())
        && redirectUri.equals(presented.redirectUri())
        && VERIFIER.matcher(presented.verifier()).matches()
        && MessageDigest.isEqual(challenge, Sha256.of(presented.verifier()));
  }

  /** Whether it may be exchanged, unless it was. */
  public boolean isLiveAt(Instant now) {
    return backed && now.isBefore(expiresAt);
  }
}
