package com.faultmaven.web.contract;

import org.jspecify.annotations.Nullable;

/**
 * Where a request leads, by its method and path.
 *
 * @param operation null if no document has it
 * @param version the version whose dates and form of errors the answer has; null if none
 * @param template the path with its variables in braces; null if no document has the path
 * @param open whether nobody is asked who calls
 */
public record Route(
    @Nullable Operation operation,
    @Nullable ContractVersion version,
    @Nullable String template,
    boolean open) {

  /** No document knows anything of this path. */
  static final Route NOWHERE = new Route(null, null, null, false);

  static Route to(Operation operation) {
    return new Route(operation, operation.owner(), operation.path(), operation.open());
  }

  /** Below a path for which a version answers whatever is asked for. */
  static Route unmatchedOf(ContractVersion version) {
    return new Route(null, version, null, false);
  }
}
