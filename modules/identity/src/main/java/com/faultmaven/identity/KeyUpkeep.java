package com.faultmaven.identity;

import com.faultmaven.identity.tokens.SigningKeys;
import com.faultmaven.jobs.RecurringTask;
import com.faultmaven.web.identity.Believed;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Replaces keys in time, and forgets old ones. Behind a gateway they are replaced by hand: one that
 * knows a single key would refuse good tokens.
 */
@Component
class KeyUpkeep implements RecurringTask {

  private final SigningKeys keys;
  private final KeyRotation rotation;
  private final Believed believed;

  KeyUpkeep(SigningKeys keys, KeyRotation rotation, Believed believed) {
    this.keys = keys;
    this.rotation = rotation;
    this.believed = believed;
  }

  @Override
  public String name() {
    return "identity.rotate-keys";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    if (believed == Believed.TOKENS) {
      rotation.replaceOld();
    }
    keys.forgetRetired();
  }
}
