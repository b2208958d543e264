package com.faultmaven.web.metrics;

import io.micrometer.common.KeyValues;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/**
 * A request is known by its method, the template of its route and its status: nothing that a client
 * makes up, or everybody could make as many time series as they like.
 */
final class RequestConvention implements ServerRequestObservationConvention {

  private static final String OTHER = "other";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Override
  public String getName() {
    return "http.request";
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
    String route = context.getPathPattern();
    return KeyValues.of(
        "method", method(context.getCarrier()),
        "route", route == null ? OTHER : route,
        "status", status(context.getResponse()));
  }

  private static String method(@Nullable HttpServletRequest request) {
    return request != null && METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER;
  }

  private static String status(@Nullable HttpServletResponse response) {
    return response == null ? OTHER : Integer.toString(response.getStatus());
  }
}
