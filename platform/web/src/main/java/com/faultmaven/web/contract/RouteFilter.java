package com.faultmaven.web.contract;

import com.faultmaven.web.RequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Looks up where a request leads, before anything depends on it. Metrics are told at once, since
 * what is refused on its way is counted under its route, too.
 */
final class RouteFilter extends RequestFilter {

  private final Operations operations;

  RouteFilter(Operations operations) {
    this.operations = operations;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Route route = operations.of(request);
    if (route.template() != null) {
      ServerHttpObservationFilter.findObservationContext(request)
          .ifPresent(metrics -> metrics.setPathPattern(route.template()));
    }
    chain.doFilter(request, response);
  }
}
