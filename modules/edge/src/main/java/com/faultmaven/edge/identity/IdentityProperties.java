package com.faultmaven.edge.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where callers come from.
 *
 * @param jwksUri where the keys of bearer tokens are published; empty means a gateway in front is
 *     trusted to have checked them
 * @param issuer the only issuer whose tokens count; empty means any that signs with those keys
 * @param audience what tokens must be meant for; empty means anything
 */
@ConfigurationProperties("faultmaven.identity")
record IdentityProperties(
    @Nullable String jwksUri,
    @Nullable String issuer,
    @Nullable String audience,
    @DefaultValue Claims claims) {

  /** What the claims of a token are called. */
  record Claims(
      @DefaultValue("sub") String user,
      @DefaultValue("email") String email,
      @DefaultValue("roles") String roles,
      @DefaultValue("organization") String organization) {}

  IdentityProperties {
    jwksUri = blankToNull(jwksUri);
    issuer = blankToNull(issuer);
    audience = blankToNull(audience);
    if (jwksUri == null && (issuer != null || audience != null)) {
      throw new IllegalArgumentException(
          "faultmaven.identity.issuer and audience check tokens, so they need jwks-uri.");
    }
    if (jwksUri != null && !isWebAddress(jwksUri)) {
      throw new IllegalArgumentException("faultmaven.identity.jwks-uri must be an http(s) URL.");
    }
  }

  private static boolean isWebAddress(String text) {
    URI uri = URI.create(text);
    return uri.getHost() != null
        && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
