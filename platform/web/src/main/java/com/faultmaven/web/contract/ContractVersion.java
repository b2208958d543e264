package com.faultmaven.web.contract;

/** A version of a contract, as the manifest names it: the {@code v1} of {@code things}. */
public record ContractVersion(String contract, String name) {

  @Override
  public String toString() {
    return contract + "." + name;
  }
}
