package com.faultmaven.web.contract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may follow the segments so far, and what stands here. */
final class PathStep {

  final Map<String, PathStep> literals = new HashMap<>();
  @Nullable PathStep variable;
  @Nullable KnownPath path;
  @Nullable Route unmatched;

  PathStep next(String segment) {
    if (!segment.contains("{")) {
      return literals.computeIfAbsent(segment, _ -> new PathStep());
    }
    if (variable == null) {
      variable = new PathStep();
    }
    return variable;
  }
}
