package com.faultmaven.web.contract;

import com.faultmaven.web.SentRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * The operations of all contracts. A request is looked up once; everything that depends on what it
 * is for asks here.
 */
public final class Operations {

  private static final String ATTRIBUTE = Route.class.getName();

  private final PathTree paths;
  private final Map<Operation, RequestRules> rules;

  Operations(PathTree paths, Map<Operation, RequestRules> rules) {
    this.paths = paths;
    this.rules = Map.copyOf(rules);
  }

  /** Where this request leads; the same for the whole request, whatever wraps it. */
  public Route of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Route known) {
      return known;
    }
    Route route = at(SentRequest.method(request), pathOf(request));
    request.setAttribute(ATTRIBUTE, route);
    return route;
  }

  /** As it was sent: the container has another reading of some paths, and refuses them. */
  private static String pathOf(HttpServletRequest request) {
    String sent = SentRequest.path(request);
    String context = Objects.requireNonNullElse(request.getContextPath(), "");
    return sent.startsWith(context) ? sent.substring(context.length()) : sent;
  }

  /** Where a request with this method and path leads. */
  public Route at(String method, String path) {
    return paths.find(method, path);
  }

  /** The operation of the request on this thread, or null if there is none. */
  static @Nullable Operation current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null
            && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                instanceof Route route
        ? route.operation()
        : null;
  }

  /** What requests for this operation are held to; null if that is nothing. */
  @Nullable RequestRules rulesOf(@Nullable Operation operation) {
    return operation == null ? null : rules.get(operation);
  }

  /** The operations that a handler is mapped to. */
  public Stream<Operation> mappedBy(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .flatMap(
            pattern ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    .map(method -> at(method, pattern).operation())
                    .filter(Objects::nonNull)
                    .filter(operation -> isSame(operation.path(), pattern)));
  }

  /** Whether a handler is mapped to this path of the documents. */
  static boolean isMappedTo(RequestMappingInfo mapping, String template) {
    return mapping.getPatternValues().stream().anyMatch(pattern -> isSame(template, pattern));
  }

  /** A path variable may be called anything. */
  private static boolean isSame(String path, String other) {
    return shape(path).equals(shape(other));
  }

  private static String shape(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }
}
