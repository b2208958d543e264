package com.faultmaven.web.contract;

/** The operations of the contracts in the class path, for the benchmarks of other packages too. */
public final class PackagedOperations {

  private PackagedOperations() {}

  public static Operations all() {
    return new ContractConfiguration().operations(ContractConfiguration.registry());
  }
}
