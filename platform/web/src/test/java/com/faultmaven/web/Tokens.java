package com.faultmaven.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Tokens of Bob, no two of them the same: one that was checked a moment ago is not checked again.
 */
final class Tokens {

  private Tokens() {}

  static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .jwtID(UUID.randomUUID().toString())
        .subject("bob")
        .issuer("https://id.example.com")
        .audience(List.of("cases", "more"))
        .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
        .claim("email", "bob@example.com")
        .claim("org", "acme")
        .claim("roles", List.of("User", "admin"));
  }

  static String signedBy(RSAKey key) {
    return signedBy(key, claims().build());
  }

  static String signedBy(RSAKey key, JWTClaimsSet claims) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
