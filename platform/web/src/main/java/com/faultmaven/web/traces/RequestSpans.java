package com.faultmaven.web.traces;

import com.faultmaven.kernel.TraceParent;
import com.faultmaven.tracing.ActiveSpan;
import com.faultmaven.tracing.Tracing;
import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.contract.Operations;
import com.faultmaven.web.contract.Route;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * A span for each request, named by method and template of the route: a path may hold the id of a
 * user. What only asks how the process is begins no trace.
 */
final class RequestSpans extends RequestFilter {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Set<String> PROBES = Set.of("/health", "/ready", "/metrics");
  private static final int ERROR = 500;

  private final Tracing tracing;
  private final Operations operations;

  RequestSpans(Tracing tracing, Operations operations) {
    this.tracing = tracing;
    this.operations = operations;
  }

  @Override
  protected void filter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    if (PROBES.contains(request.getRequestURI())) {
      proceed(chain, request, response);
      return;
    }
    Route route = operations.of(request);
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
    String name = route.template() == null ? method : method + " " + route.template();
    ActiveSpan span =
        tracing
            .begin(SpanKind.SERVER, name, TraceParent.current())
            .with("http.request.method", method)
            .with("http.route", route.template());
    span.run(
        () -> {
          proceed(chain, request, response);
          note(span, response.getStatus());
        });
  }

  private static void note(ActiveSpan span, int status) {
    span.with("http.response.status_code", status);
    if (status >= ERROR) {
      span.failed(Integer.toString(status));
    }
  }
}
