package com.faultmaven.web.lifecycle;

import com.faultmaven.contracts.ApiVersion;
import com.faultmaven.contracts.ApiVersion.State;
import com.faultmaven.web.contract.ContractVersion;

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

  ContractVersion id() {
    return new ContractVersion(contract, name);
  }

  /** Where the paths of this version begin. */
  String start() {
    return "/api/" + name;
  }

  @Override
  public String toString() {
    return contract + "." + name;
  }
}
