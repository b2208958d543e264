package com.faultmaven.web.lifecycle;

import com.faultmaven.contracts.ApiVersion;
import com.faultmaven.contracts.ApiVersion.State;

/**
 * A version of a contract as it is served here.
 *
 * @param contract its name
 * @param name of the version: v1
 * @param plan with the days this installation gives it
 */
record ServedVersion(String contract, String name, ApiVersion plan) {

  boolean isActive() {
    return plan.state() == State.ACTIVE;
  }

  int number() {
    return Integer.parseInt(name.substring(1));
  }

  /** Whether this path is at or below its prefix. */
  boolean covers(String path) {
    String prefix = plan.prefix();
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }

  @Override
  public String toString() {
    return contract + "." + name;
  }
}
