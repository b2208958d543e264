package com.faultmaven.web.http;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The paths there are handlers for, with their variables in braces: what may be said of a path
 * without naming anybody. Looks for itself, since a request may end before it is routed.
 */
@Component
public final class RouteTemplates {

  private final SingletonSupplier<List<PathPattern>> patterns;

  RouteTemplates(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
    patterns = SingletonSupplier.of(() -> patternsOf(mappings));
  }

  /** That of a path, if it is among some. */
  public Optional<String> of(PathContainer path, Predicate<String> some) {
    return patterns.obtain().stream()
        .filter(pattern -> some.test(pattern.getPatternString()) && pattern.matches(path))
        .findFirst()
        .map(PathPattern::getPatternString);
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
