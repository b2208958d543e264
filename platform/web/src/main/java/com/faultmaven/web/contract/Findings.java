package com.faultmaven.web.contract;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is wrong with a request so far; a limited list, because nobody reads the rest. */
final class Findings {

  static final int MOST = 50;

  private final List<Violation> violations = new ArrayList<>();

  /** Takes one more, which is made only if it will be reported. */
  void add(Supplier<Violation> violation) {
    if (violations.size() < MOST) {
      violations.add(violation.get());
    }
  }

  boolean isEmpty() {
    return violations.isEmpty();
  }

  List<Violation> all() {
    return List.copyOf(violations);
  }

  /**
   * Ends the check of a body.
   *
   * @throws InvalidRequest if anything is wrong with it
   */
  void refuseBody() {
    if (!isEmpty()) {
      throw InvalidRequest.body(all());
    }
  }
}
