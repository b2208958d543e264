package com.faultmaven.web.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Which operation a call is for, as few words as there are routes. Looks for itself, since a call
 * that is refused before it is routed is a call, too.
 */
final class Routes {

  static final String UNMATCHED = "unmatched";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final SingletonSupplier<List<PathPattern>> patterns;

  Routes(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
    patterns = SingletonSupplier.of(() -> patternsOf(mappings));
  }

  /** Method and route template, or {@code unmatched}. */
  String endpointOf(EndingVersion version, String method, PathContainer path) {
    if (METHODS.contains(method)) {
      for (PathPattern pattern : patterns.obtain()) {
        if (version.covers(pattern.getPatternString()) && pattern.matches(path)) {
          return method + " " + pattern.getPatternString();
        }
      }
    }
    return UNMATCHED;
  }

  /** The most specific first. */
  private static List<PathPattern> patternsOf(
      ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
    return mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .map(RequestMappingInfo::getPathPatternsCondition)
        .filter(Objects::nonNull)
        .flatMap(condition -> condition == null ? Stream.of() : condition.getPatterns().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
