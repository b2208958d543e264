package com.faultmaven.web.metrics;

import com.faultmaven.web.RequestFilter;
import com.faultmaven.web.SentRequest;
import com.faultmaven.web.contract.Operations;
import com.faultmaven.web.contract.Route;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Counts requests and measures how long they take; for each kind, both meters are found once. As
 * the first filter it looks up where a request leads, so that what is refused on its way is counted
 * under its route, too.
 */
final class RequestMeters extends RequestFilter {

  private static final Duration[] BOUNDS =
      LongStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private static final Set<String> PROBES = Set.of("/health", "/ready", "/metrics");

  private record Meters(Counter requests, Timer durations) {}

  private final Operations operations;
  private final MeterRegistry registry;
  private final Map<RequestKind, Meters> meters = new ConcurrentHashMap<>();

  RequestMeters(Operations operations, MeterRegistry registry) {
    this.operations = operations;
    this.registry = registry;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isProbe(request)) {
      chain.doFilter(request, response);
      return;
    }
    Route route = operations.of(request);
    long start = now();
    try {
      chain.doFilter(request, response);
    } finally {
      RequestKind kind = RequestKind.of(request, route, response);
      Meters found = meters.computeIfAbsent(kind, this::register);
      found.requests.increment();
      found.durations.record(now() - start, TimeUnit.NANOSECONDS);
    }
  }

  /** They ask again and again, and mean no use of the service. */
  private static boolean isProbe(HttpServletRequest request) {
    String path = SentRequest.path(request);
    return PROBES.contains(path) || path.startsWith("/health/");
  }

  private long now() {
    return registry.config().clock().monotonicTime();
  }

  private Meters register(RequestKind kind) {
    return new Meters(
        Counter.builder("http.requests")
            .description("Requests, by method, template of the route and status")
            .tags(kind.tags())
            .register(registry),
        Timer.builder("http.request.duration")
            .description("How long requests take until their answer is written")
            .serviceLevelObjectives(BOUNDS)
            .tags(kind.tags())
            .register(registry));
  }
}
