package com.faultmaven.web.contract;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.TokenStreamContext;

/** What is wrong with a request so far; a limited list, because nobody reads the rest. */
final class Findings {

  static final int MOST = 50;

  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> alone;

  Findings() {
    this(Set.of());
  }

  /**
   * @param alone the lists in the body whose items are checked by themselves, later
   */
  Findings(Set<String> alone) {
    this.alone = alone;
  }

  /** Whether a place is in an item that is checked by itself. */
  boolean leaves(TokenStreamContext place) {
    if (alone.isEmpty()) {
      return false;
    }
    int depth = 0;
    TokenStreamContext top = place;
    while (!top.inRoot() && !top.getParent().inRoot()) {
      top = top.getParent();
      depth++;
    }
    return depth > 0 && top.inObject() && alone.contains(top.currentName());
  }

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
