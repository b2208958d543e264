package com.faultmaven.web;

import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.TraceParent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

/** Names the request before anything else sees it. */
final class CorrelationFilter extends ScopeFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    CorrelationId id = RequestCorrelation.of(request);
    response.setHeader(CorrelationId.HEADER, id.value());
    TraceParent trace = TraceParent.of(request.getHeader(TraceParent.HEADER));
    Runnable rest = () -> proceed(chain, request, response);
    try (var _ = MDC.putCloseable("correlation_id", id.value())) {
      id.run(trace == null ? rest : () -> traced(trace, rest));
    }
  }

  private static void traced(TraceParent trace, Runnable rest) {
    try (var _ = MDC.putCloseable("traceparent", trace.value())) {
      trace.run(rest);
    }
  }
}
