package com.faultmaven.identity.web;

import com.faultmaven.contracts.gateway.v1.api.TokenKeysApi;
import com.faultmaven.contracts.gateway.v1.model.JsonWebKey;
import com.faultmaven.contracts.gateway.v1.model.JsonWebKeySet;
import com.faultmaven.identity.tokens.SigningKeys;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged TokenKeys. */
@RestController
class TokenKeysController implements TokenKeysApi {

  private static final Duration KEPT = Duration.ofMinutes(5);

  private final SigningKeys keys;

  TokenKeysController(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public ResponseEntity<JsonWebKeySet> getJwks() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEPT))
        .body(
            new JsonWebKeySet()
                .keys(keys.published().stream().map(TokenKeysController::shown).toList()));
  }

  private static JsonWebKey shown(RSAKey key) {
    return new JsonWebKey()
        .kty("RSA")
        .kid(key.getKeyID())
        .use("sig")
        .alg("RS256")
        .e(key.getPublicExponent().toString())
        .n(key.getModulus().toString());
  }
}
