package com.faultmaven.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Issues access tokens. There is no claim {@code nbf}, because some who read them allow for no
 * difference between clocks.
 */
@Component
public class AccessTokens {

  private final SigningKeys keys;
  private final TokenProperties properties;
  private final Clock clock;

  AccessTokens(SigningKeys keys, TokenProperties properties, Clock clock) {
    this.keys = keys;
    this.properties = properties;
    this.clock = clock;
  }

  /** A token that lasts so long from now on. */
  public String issue(TokenSubject subject, Duration lifetime) {
    RSAKey key = keys.active();
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(properties.issuer())
            .audience(properties.audience())
            .subject(subject.user().value())
            .claim("sid", subject.signIn())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .claim("email", subject.email())
            .claim("email_verified", subject.emailVerified())
            .claim("roles", subject.roles().stream().sorted().toList())
            .claim("organization", subject.organization().value())
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException unusable) {
      throw new IllegalStateException("The key " + key.getKeyID() + " signs nothing", unusable);
    }
    return token.serialize();
  }
}
