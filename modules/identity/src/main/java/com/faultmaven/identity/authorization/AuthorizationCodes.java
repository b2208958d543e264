package com.faultmaven.identity.authorization;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.UserId;
import com.faultmaven.web.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Codes that listed clients exchange for tokens. Their hashes alone are stored. */
@Component
public class AuthorizationCodes {

  private static final int BYTES = 32;

  private final AuthorizationCodeRows rows;
  private final AuthorizationProperties properties;
  private final RandomGenerator random;
  private final Clock clock;

  AuthorizationCodes(
      AuthorizationCodeRows rows,
      AuthorizationProperties properties,
      RandomGenerator random,
      Clock clock) {
    this.rows = rows;
    this.properties = properties;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Goes on if the client may ask for what it does.
   *
   * @throws UnauthorizedClient if nobody has listed it
   * @throws InvalidRequest if nobody is led back to that address
   */
  public void requireListed(AuthorizationRequest request) {
    ListedClient client =
        properties.clients().stream()
            .filter(listed -> listed.id().equals(request.clientId()))
            .findFirst()
            .orElseThrow(() -> UnauthorizedClient.of(request.clientId()));
    if (!client.redirectUris().contains(request.redirectUri())) {
      throw InvalidRequest.parameter(
          "redirect_uri", "not_allowed", "redirect_uri is none of those listed for this client.");
    }
  }

  /** A code for the caller, which nobody else knows; nothing if they have no active account. */
  public Optional<String> issue(AuthorizationRequest request, Caller caller) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String code = "fmc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    boolean stored =
        rows.insert(Sha256.of(code), request, caller, now, now.plus(properties.code()));
    return stored ? Optional.of(code) : Optional.empty();
  }

  /** Whose account a code is for, if there is such a code. */
  public Optional<UserId> ownerOf(PresentedCode presented) {
    return rows.ownerOf(presented.hash());
  }

  /** The code, seen after its owner was locked. */
  public Optional<StoredCode> find(PresentedCode presented) {
    return rows.find(presented.hash());
  }

  /** Remembers the sign-in that began with a code. */
  public void use(PresentedCode presented, String signIn) {
    rows.use(presented.hash(), signIn);
  }
}
