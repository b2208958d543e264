package com.faultmaven.identity;

import com.faultmaven.identity.audit.Audit;
import com.faultmaven.identity.audit.AuditEvent;
import com.faultmaven.identity.tokens.SigningKey;
import com.faultmaven.identity.tokens.SigningKeys;
import com.faultmaven.kernel.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What administrators do with the keys of tokens. */
@Service
public class KeyRotation {

  private final SigningKeys keys;
  private final Audit audit;

  KeyRotation(SigningKeys keys, Audit audit) {
    this.keys = keys;
    this.audit = audit;
  }

  /** All keys, the one that signs first. */
  public List<SigningKey> list() {
    return keys.all();
  }

  /** Replaces the key that signs; at once if somebody else may have it. */
  public List<SigningKey> rotate(boolean compromised, Caller caller) {
    keys.rotate(compromised);
    audit.record(
        AuditEvent.KEY_ROTATED,
        caller.userId(),
        null,
        null,
        "signing_key",
        "all",
        true,
        Map.of("compromised", compromised));
    return keys.all();
  }
}
