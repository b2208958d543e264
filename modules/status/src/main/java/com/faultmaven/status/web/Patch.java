package com.faultmaven.status.web;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * What the members of a patch mean. In JSON null is as if left out; in a merge patch it removes.
 */
final class Patch {

  private final boolean nullRemoves;
  private final List<Violation> violations = new ArrayList<>();

  Patch(boolean nullRemoves) {
    this.nullRemoves = nullRemoves;
  }

  /** Of a member that there may be none of: makes the new value of the old one. */
  <T> UnaryOperator<@Nullable T> optional(JsonNullable<T> sent) {
    if (!sent.isPresent() || sent.get() == null && !nullRemoves) {
      return before -> before;
    }
    T value = sent.get();
    return before -> value;
  }

  /** Of a member that there always is one of: the new value, or null for the old one. */
  <T> @Nullable T required(String member, JsonNullable<T> sent) {
    if (sent.isPresent() && sent.get() == null && nullRemoves) {
      violations.add(
          Violation.inBody("/" + member, "not_allowed", member + " cannot be taken away."));
    }
    return sent.orElse(null);
  }

  /**
   * Says whether it can be done.
   *
   * @throws InvalidRequest if not, naming all that cannot
   */
  void check() {
    if (!violations.isEmpty()) {
      throw InvalidRequest.body(violations);
    }
  }
}
