package com.faultmaven.web.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks tokens against published keys: RS256 and nothing else, never without an expiry. */
final class TokenDecoder {

  private TokenDecoder() {}

  static JwtDecoder of(JWKSource<SecurityContext> keys, IdentityProperties properties) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators(properties)));
    return decoder;
  }

  private static List<OAuth2TokenValidator<Jwt>> validators(IdentityProperties properties) {
    List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
    JwtTimestampValidator timestamps = new JwtTimestampValidator();
    timestamps.setAllowEmptyExpiryClaim(false);
    validators.add(timestamps);
    if (properties.issuer() != null) {
      validators.add(new JwtIssuerValidator(properties.issuer()));
    }
    String audience = properties.audience();
    if (audience != null) {
      validators.add(
          new JwtClaimValidator<List<String>>(
              JwtClaimNames.AUD, named -> named != null && named.contains(audience)));
    }
    return validators;
  }
}
