package com.faultmaven.web.lifecycle;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.server.PathContainer;

/** Notes every call of a version that ends: in metrics, in the report, once a day in the log. */
final class Usage {

  private static final String METER = "deprecated.api.calls";

  private final Clock clock;
  private final Routes routes;
  private final ClientNames clients;
  private final MeterProvider<Counter> meters;
  private final UsageCounts counts;
  private final DailyWarning warning = new DailyWarning();

  Usage(
      Clock clock, Routes routes, ClientNames clients, MeterRegistry registry, UsageCounts counts) {
    this.clock = clock;
    this.routes = routes;
    this.clients = clients;
    this.meters =
        Counter.builder(METER)
            .description("Calls of API versions that end, by operation and client.")
            .withRegistry(registry);
    this.counts = counts;
  }

  void count(EndingVersion version, HttpServletRequest request, PathContainer path) {
    Instant now = clock.instant();
    Call call =
        new Call(
            LocalDate.ofInstant(now, ZoneOffset.UTC),
            version.name(),
            routes.endpointOf(version, request.getMethod(), path),
            clients.of(request.getHeader(ClientNames.HEADER)));
    meters
        .withTags(
            "endpoint", call.endpoint(), "version", call.version(), "client_id", call.clientId())
        .increment();
    counts.add(call, Count.once(now));
    warning.about(call, version);
  }
}
