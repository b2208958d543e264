package com.faultmaven.web;

import com.faultmaven.kernel.TraceParent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

/** Names the request before anything else sees it. */
final class CorrelationFilter extends RequestFilter {

  @Override
  protected void filter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    RequestIds ids = RequestIds.of(request);
    ids.setOn(response);
    TraceParent trace = TraceParent.of(request.getHeader(TraceParent.HEADER));
    Runnable rest = () -> proceed(chain, request, response);
    Runnable traced = trace == null ? rest : () -> trace.run(rest);
    Runnable named = ids.differ() ? noted("request_id", ids.request(), traced) : traced;
    noted("correlation_id", ids.correlation().value(), () -> ids.correlation().run(named)).run();
  }

  /** With a word about the request in every line it logs. */
  private static Runnable noted(String name, String value, Runnable rest) {
    return () -> {
      try (var _ = MDC.putCloseable(name, value)) {
        rest.run();
      }
    };
  }
}
