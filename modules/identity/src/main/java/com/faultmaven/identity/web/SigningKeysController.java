package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.api.SigningKeysApi;
import com.faultmaven.contracts.identity.v1.model.RotateSigningKeyRequest;
import com.faultmaven.contracts.identity.v1.model.SigningKeyList;
import com.faultmaven.identity.KeyRotation;
import com.faultmaven.identity.tokens.SigningKey;
import com.faultmaven.kernel.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged SigningKeys. */
@RestController
class SigningKeysController implements SigningKeysApi {

  private final KeyRotation keys;
  private final Clock clock;

  SigningKeysController(KeyRotation keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public ResponseEntity<SigningKeyList> listSigningKeys() {
    return ResponseEntity.ok(shown(keys.list()));
  }

  @Override
  public ResponseEntity<SigningKeyList> rotateSigningKey(
      @Nullable RotateSigningKeyRequest request) {
    boolean compromised = request != null && Sent.or(request.getCompromised(), false);
    return ResponseEntity.accepted().body(shown(keys.rotate(compromised, Caller.current())));
  }

  private SigningKeyList shown(List<SigningKey> all) {
    Instant now = clock.instant();
    return new SigningKeyList().keys(all.stream().map(key -> shown(key, now)).toList());
  }

  private static com.faultmaven.contracts.identity.v1.model.SigningKey shown(
      SigningKey key, Instant now) {
    Instant retired = key.retiredAt();
    return new com.faultmaven.contracts.identity.v1.model.SigningKey()
        .kid(key.kid())
        .state(key.stateAt(now))
        .createdAt(UserResponses.at(key.createdAt()))
        .signsFrom(UserResponses.at(key.signsFrom()))
        .retiredAt(retired == null ? null : UserResponses.at(retired));
  }
}
