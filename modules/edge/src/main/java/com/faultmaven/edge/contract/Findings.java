package com.faultmaven.edge.contract;

import com.faultmaven.edge.Violation;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request so far; a limited list, because nobody reads the rest. */
final class Findings {

  static final int MOST = 50;

  private final List<Violation> violations = new ArrayList<>();

  void add(Violation violation) {
    if (violations.size() < MOST) {
      violations.add(violation);
    }
  }

  boolean isEmpty() {
    return violations.isEmpty();
  }

  List<Violation> all() {
    return List.copyOf(violations);
  }
}
