package com.faultmaven.web.contract;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Maps the operations of the contracts to their handlers. The operation of a request is known by
 * now, and with it the only mapping to look at; Spring would try the patterns of all of them. What
 * no document has is left to Spring.
 */
final class OperationMapping extends RequestMappingHandlerMapping {

  private record Handler(RequestMappingInfo mapping, HandlerMethod method) {}

  private final Operations operations;
  private Map<Operation, Handler> handlers = Map.of();

  OperationMapping(Operations operations) {
    this.operations = operations;
  }

  @Override
  public void afterPropertiesSet() {
    super.afterPropertiesSet();
    Map<Operation, Handler> found = new HashMap<>();
    Set<Operation> shared = new HashSet<>();
    getHandlerMethods()
        .forEach(
            (mapping, method) ->
                operations
                    .mappedBy(mapping)
                    .filter(operation -> found.put(operation, new Handler(mapping, method)) != null)
                    .forEach(shared::add));
    found.keySet().removeAll(shared);
    handlers = Map.copyOf(found);
  }

  /**
   * Generated interfaces count the problems among what an operation produces, so that one without a
   * body would refuse a client that accepts nothing but JSON: what it answers when it succeeds
   * counts.
   */
  @Override
  protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handler) {
    RequestMappingInfo mapping = super.getMappingForMethod(method, handler);
    return mapping == null ? null : withoutProblems(mapping);
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    Operation operation = operations.of(request).operation();
    Handler handler = operation == null ? null : handlers.get(operation);
    // what failed is dispatched to the error page, and stays the same request
    if (handler == null || request.getDispatcherType() == DispatcherType.ERROR) {
      return super.lookupHandlerMethod(path, request);
    }
    RequestMappingInfo match = handler.mapping().getMatchingCondition(request);
    if (match == null) {
      // no other handler: who may pass was decided for this operation
      return super.handleNoMatch(Set.of(handler.mapping()), path, request);
    }
    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, handler.method());
    handleMatch(match, path, request);
    return handler.method();
  }

  /** Of a path that documents have, those of the path itself: it may fit a template, too. */
  @Override
  protected @Nullable HandlerMethod handleNoMatch(
      Set<RequestMappingInfo> mappings, String path, HttpServletRequest request)
      throws ServletException {
    String template = operations.of(request).template();
    Set<RequestMappingInfo> here =
        template == null
            ? mappings
            : mappings.stream()
                .filter(mapping -> Operations.isMappedTo(mapping, template))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    return super.handleNoMatch(here.isEmpty() ? mappings : here, path, request);
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
