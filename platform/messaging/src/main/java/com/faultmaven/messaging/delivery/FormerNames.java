package com.faultmaven.messaging.delivery;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.contracts.events.ContractEvent;
import java.util.stream.Stream;

/**
 * Names of event classes that stand in stored rows, and what became of them. Until 2.1 the events
 * of all contracts were in one package.
 */
final class FormerNames {

  private static final String CONTRACTS = Contracts.class.getPackageName();
  private static final String ONCE_FOR_ALL = ContractEvent.class.getPackageName() + ".";

  private FormerNames() {}

  /** The names a class may have now that was stored under this one. */
  static Stream<String> successorsOf(String name) {
    return name.startsWith(ONCE_FOR_ALL)
        ? Contracts.packaged().byName().keySet().stream()
            .map(
                contract ->
                    CONTRACTS + "." + contract + ".events." + name.substring(ONCE_FOR_ALL.length()))
        : Stream.empty();
  }
}
