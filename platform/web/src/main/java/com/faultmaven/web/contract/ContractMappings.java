package com.faultmaven.web.contract;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Maps an operation by what it answers when it succeeds. Generated interfaces count the problems
 * among what an operation produces, so that one without a body would refuse a client that accepts
 * nothing but JSON.
 */
@Component
final class ContractMappings implements WebMvcRegistrations {

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new RequestMappingHandlerMapping() {
      @Override
      protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handler) {
        RequestMappingInfo mapping = super.getMappingForMethod(method, handler);
        return mapping == null ? null : withoutProblems(mapping);
      }

      @Override
      protected @Nullable HandlerMethod handleNoMatch(
          Set<RequestMappingInfo> mappings, String path, HttpServletRequest request)
          throws ServletException {
        return super.handleNoMatch(mostSpecific(mappings, request), path, request);
      }
    };
  }

  /** Those of the address itself: a path without variables is none of a template's. */
  private static Set<RequestMappingInfo> mostSpecific(
      Set<RequestMappingInfo> mappings, HttpServletRequest request) {
    Map<RequestMappingInfo, PathPattern> matching = new HashMap<>();
    for (RequestMappingInfo mapping : mappings) {
      PathPatternsRequestCondition patterns = mapping.getPathPatternsCondition();
      PathPatternsRequestCondition match =
          patterns == null ? null : patterns.getMatchingCondition(request);
      if (match != null) {
        matching.put(mapping, match.getFirstPattern());
      }
    }
    PathPattern best =
        matching.values().stream().min(PathPattern.SPECIFICITY_COMPARATOR).orElse(null);
    matching
        .values()
        .removeIf(pattern -> PathPattern.SPECIFICITY_COMPARATOR.compare(pattern, best) != 0);
    return matching.keySet();
  }

  private static RequestMappingInfo withoutProblems(RequestMappingInfo mapping) {
    String[] successes =
        mapping.getProducesCondition().getExpressions().stream()
            .map(expression -> expression.getMediaType())
            .filter(type -> !type.equals(MediaType.APPLICATION_PROBLEM_JSON))
            .map(MediaType::toString)
            .toArray(String[]::new);
    return mapping.mutate().produces(successes).build();
  }
}
