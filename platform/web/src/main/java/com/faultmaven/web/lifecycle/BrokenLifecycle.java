package com.faultmaven.web.lifecycle;

import java.util.List;

/** The configuration would end a version in a way its callers are promised not to meet. */
final class BrokenLifecycle extends RuntimeException {

  private final transient List<String> rules;

  BrokenLifecycle(List<String> rules) {
    super(
        "The lifecycle of the API breaks the rules of ending a version: "
            + String.join(" ", rules));
    this.rules = rules;
  }

  List<String> rules() {
    return rules;
  }
}
