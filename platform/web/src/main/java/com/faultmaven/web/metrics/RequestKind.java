package com.faultmaven.web.metrics;

import com.faultmaven.web.contract.Route;
import io.micrometer.core.instrument.Tags;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The labels of a request's meters: nothing that a client makes up, or everybody could make as many
 * time series as they like.
 *
 * @param route the template of the path
 */
record RequestKind(String method, String route, int status) {

  private static final String OTHER = "other";
  private static final String UNMATCHED = "unmatched";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  static RequestKind of(HttpServletRequest request, Route route, HttpServletResponse response) {
    String method = request.getMethod();
    return new RequestKind(
        METHODS.contains(method) ? method : OTHER,
        route.template() == null ? undocumented(request) : route.template(),
        response.getStatus());
  }

  /** The template of a path that no contract has, such as that of the metrics. */
  private static String undocumented(HttpServletRequest request) {
    Object template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return template == null ? OTHER : template.toString();
  }

  /** Route and status also under the names that another original service gave them. */
  Tags tags() {
    String code = Integer.toString(status);
    String path = route.equals(OTHER) ? UNMATCHED : route;
    return Tags.of(
        "method", method, "route", route, "path", path, "status", code, "status_code", code);
  }
}
