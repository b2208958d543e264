package com.faultmaven.web.contract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path that documents have, and where its methods lead. */
final class KnownPath {

  private final String template;
  private final @Nullable ContractVersion claimant;
  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Map<String, Route> routes = new HashMap<>();
  private Route otherMethods = Route.NOWHERE;

  /**
   * @param claimant the version that answers for what is unmatched around this path
   */
  KnownPath(String template, @Nullable ContractVersion claimant) {
    this.template = template;
    this.claimant = claimant;
  }

  void add(Operation operation) {
    Operation other = operations.putIfAbsent(operation.method(), operation);
    if (other != null) {
      throw new IllegalStateException(
          "%s and %s both have %s.".formatted(other.version(), operation.version(), operation));
    }
    routes.put(operation.method(), Route.to(operation));
    otherMethods =
        new Route(
            null,
            owner().owner(),
            template,
            operations.values().stream().allMatch(Operation::open));
  }

  /** Of the versions that share the path, the one that answers for what is around it. */
  private Operation owner() {
    return operations.values().stream()
        .filter(operation -> operation.version().equals(claimant))
        .findFirst()
        .orElseGet(() -> operations.values().iterator().next());
  }

  boolean knows(String method) {
    return routes.containsKey(method);
  }

  Route route(String method) {
    return routes.getOrDefault(method, otherMethods);
  }
}
