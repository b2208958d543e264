package com.faultmaven.identity.tokens;

import com.faultmaven.kernel.Caller;
import com.faultmaven.web.Sha256;
import com.faultmaven.web.identity.OwnTokens;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads tokens of this installation, without a statement. A signature is verified once and the
 * outcome remembered for a minute under the SHA-256 of the token; whether the token has expired or
 * its sign-in has ended is looked at each time.
 */
@Component
class VerifiedTokens implements OwnTokens {

  private static final int LONGEST = 8192;
  private static final Verdict NOT_OURS = new NotOurs();
  private static final Verdict REFUSED = new Refused();

  private final SigningKeys keys;
  private final Revocations revocations;
  private final TokenProperties properties;
  private final Clock clock;

  /** Maintained on the calling thread: to wake another one takes longer than the work. */
  private final Cache<String, Read> remembered =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterWrite(Duration.ofSeconds(60))
          .executor(Runnable::run)
          .build();

  VerifiedTokens(
      SigningKeys keys, Revocations revocations, TokenProperties properties, Clock clock) {
    this.keys = keys;
    this.revocations = revocations;
    this.properties = properties;
    this.clock = clock;
  }

  /** A token whose signature is right. */
  private record Read(Caller caller, String kid, Instant expiresAt) {}

  @Override
  public Verdict of(String token) {
    if (token.length() > LONGEST) {
      return NOT_OURS;
    }
    String hash = hash(token);
    Read read = remembered.getIfPresent(hash);
    if (read == null) {
      Optional<SignedJWT> parsed = parse(token);
      String kid = parsed.map(jwt -> jwt.getHeader().getKeyID()).orElse(null);
      if (parsed.isEmpty() || kid == null || !isOurs(kid)) {
        return NOT_OURS;
      }
      read = verified(parsed.get(), kid);
      if (read == null) {
        return REFUSED;
      }
      remembered.put(hash, read);
    }
    return isGood(read) ? new Good(read.caller()) : REFUSED;
  }

  private boolean isOurs(String kid) {
    return keys.named(kid).isPresent() || keys.isCompromised(kid);
  }

  private boolean isGood(Read read) {
    String signIn = read.caller().signIn();
    return clock.instant().isBefore(read.expiresAt().plus(TokenProperties.LEEWAY))
        && signIn != null
        && !revocations.include(signIn)
        && keys.named(read.kid()).isPresent();
  }

  /** Null if the signature, the issuer or the audience is wrong. */
  private @Nullable Read verified(SignedJWT token, String kid) {
    Optional<RSAKey> key = keys.named(kid);
    if (key.isEmpty() || !JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
      return null;
    }
    try {
      if (!token.verify(new RSASSAVerifier(key.get()))) {
        return null;
      }
      JWTClaimsSet claims = token.getJWTClaimsSet();
      return properties.issuer().equals(claims.getIssuer())
              && claims.getAudience().contains(properties.audience())
              && claims.getExpirationTime() != null
          ? new Read(Claims.caller(claims), kid, claims.getExpirationTime().toInstant())
          : null;
    } catch (JOSEException | ParseException wrong) {
      return null;
    }
  }

  private static Optional<SignedJWT> parse(String token) {
    try {
      return Optional.of(SignedJWT.parse(token));
    } catch (ParseException none) {
      return Optional.empty();
    }
  }

  private static String hash(String token) {
    return HexFormat.of().formatHex(Sha256.of(token));
  }
}
