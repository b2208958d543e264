package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.tokens.SigningKey;
import com.faultmaven.identity.tokens.SigningKeys;
import com.faultmaven.identity.tokens.TokenProperties;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What administrators do with the keys of tokens. */
@Service
public class KeyRotation {

  private final SigningKeys keys;
  private final TokenProperties properties;
  private final Audit audit;

  KeyRotation(SigningKeys keys, TokenProperties properties, Audit audit) {
    this.keys = keys;
    this.properties = properties;
    this.audit = audit;
  }

  /** All keys, the one that signs first. */
  public List<SigningKey> list() {
    return keys.all();
  }

  /** Replaces the key that signs; at once if somebody else may have it. */
  public List<SigningKey> rotate(boolean compromised, Caller caller) {
    replace(compromised, caller.userId());
    return keys.all();
  }

  /** Replaces the key that signs if it has done so for long enough. */
  void replaceOld() {
    if (keys.areOlderThan(properties.rotateKeys())) {
      replace(false, null);
    }
  }

  private void replace(boolean compromised, @Nullable UserId by) {
    keys.rotate(compromised);
    audit.record(
        AuditEvent.KEY_ROTATED,
        by,
        null,
        null,
        "signing_key",
        "all",
        true,
        Map.of("compromised", compromised));
  }
}
