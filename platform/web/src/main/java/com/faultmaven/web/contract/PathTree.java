package com.faultmaven.web.contract;

import org.springframework.util.StringUtils;

/**
 * The paths of all documents, segment by segment. A request follows its own path through it, so
 * that the number of operations makes no difference.
 */
final class PathTree {

  private final PathStep root = new PathStep();

  /** Leaves to a version what no document has at and below a path. Comes before the operations. */
  void leave(String path, ContractVersion version) {
    PathStep step = root;
    for (String segment : segments(path)) {
      step = step.next(segment);
    }
    if (step.unmatched != null) {
      throw new IllegalStateException(
          "%s and %s both answer for what is unmatched below %s."
              .formatted(step.unmatched.version(), version, path));
    }
    step.unmatched = Route.unmatchedOf(version);
  }

  void add(Operation operation) {
    PathStep step = root;
    ContractVersion claimant = null;
    for (String segment : segments(operation.path())) {
      step = step.next(segment);
      claimant = step.unmatched == null ? claimant : step.unmatched.version();
    }
    if (step.path == null) {
      step.path = new KnownPath(operation.path(), claimant);
    }
    step.path.add(operation);
  }

  private static String[] segments(String path) {
    String[] segments = StringUtils.delimitedListToStringArray(path.substring(1), "/");
    for (String segment : segments) {
      if (segment.contains("{") && !segment.matches("\\{[^{}]+}")) {
        throw new IllegalStateException(path + ": a variable is a whole segment.");
      }
    }
    return segments;
  }

  /** Where a method leads at a path as it was sent. */
  Route find(String method, String path) {
    PathSearch search = new PathSearch(method.equals("HEAD") ? "GET" : method, path);
    if (path.startsWith("/")) {
      search.follow(root, 1, 0);
    }
    return search.found();
  }
}
