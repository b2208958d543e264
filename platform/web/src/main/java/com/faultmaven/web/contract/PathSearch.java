package com.faultmaven.web.contract;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Tries what is literal before what is variable, from left to right; what it finds first fits best.
 */
final class PathSearch {

  private final String method;
  private final String path;
  private @Nullable KnownPath served;
  private @Nullable KnownPath known;
  private Route unmatched = Route.NOWHERE;
  private int unmatchedAt;

  PathSearch(String method, String path) {
    this.method = method;
    this.path = path;
  }

  void follow(PathStep step, int start, int depth) {
    if (served != null) {
      return;
    }
    if (step.unmatched != null && depth > unmatchedAt) {
      unmatched = step.unmatched;
      unmatchedAt = depth;
    }
    if (start > path.length()) {
      arriveAt(step.path);
      return;
    }
    int slash = path.indexOf('/', start);
    int end = slash < 0 ? path.length() : slash;
    PathStep literal = step.literals.get(decoded(path.substring(start, end)));
    if (literal != null) {
      follow(literal, end + 1, depth + 1);
    }
    if (step.variable != null && end > start) {
      follow(step.variable, end + 1, depth + 1);
    }
  }

  private void arriveAt(@Nullable KnownPath here) {
    if (here == null) {
      return;
    }
    if (here.knows(method)) {
      served = here;
    }
    if (known == null) {
      known = here;
    }
  }

  Route found() {
    KnownPath best = served != null ? served : known;
    return best == null ? unmatched : best.route(method);
  }

  private static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return StringUtils.uriDecode(segment, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return segment;
    }
  }
}
