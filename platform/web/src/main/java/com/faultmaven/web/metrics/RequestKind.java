package com.faultmaven.web.metrics;

import io.micrometer.core.instrument.Tags;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * What is told apart of requests: nothing that a client makes up, or everybody could make as many
 * time series as they like.
 *
 * @param route the template of the path
 */
record RequestKind(String method, String route, int status) {

  private static final String OTHER = "other";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  static RequestKind of(ServerRequestObservationContext context) {
    String route = context.getPathPattern();
    HttpServletResponse response = context.getResponse();
    return new RequestKind(
        method(context.getCarrier()),
        route == null ? OTHER : route,
        response == null ? 0 : response.getStatus());
  }

  private static String method(@Nullable HttpServletRequest request) {
    return request != null && METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER;
  }

  Tags tags() {
    return Tags.of("method", method, "route", route, "status", Integer.toString(status));
  }
}
