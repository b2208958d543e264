package com.faultmaven.edge.contract;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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
    };
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
