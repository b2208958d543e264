package com.faultmaven.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Knows which operations are marked {@link InSteps}, by their paths as they are routed. */
final class SteppedOperations {

  private final Supplier<List<PathPattern>> patterns;

  SteppedOperations(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
    this.patterns = SingletonSupplier.of(() -> patternsOf(mappings));
  }

  boolean include(HttpServletRequest request) {
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    return patterns.get().stream().anyMatch(pattern -> pattern.matches(path));
  }

  private static List<PathPattern> patternsOf(
      ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
    return mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(handler -> handler.getValue().hasMethodAnnotation(InSteps.class))
        .flatMap(handler -> handler.getKey().getPatternValues().stream())
        .map(PathPatternParser.defaultInstance::parse)
        .toList();
  }
}
