package com.faultmaven.web.lifecycle;

import com.faultmaven.web.contract.Route;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/** Notes every call of a version that ends: in metrics, in the report, once a day in the log. */
final class Usage {

  private static final String METER = "deprecated.api.calls";

  private static final String UNMATCHED = "unmatched";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Clock clock;
  private final ClientNames clients;
  private final MeterProvider<Counter> meters;
  private final UsageCounts counts;
  private final DailyWarning warning = new DailyWarning();

  Usage(Clock clock, ClientNames clients, MeterRegistry registry, UsageCounts counts) {
    this.clock = clock;
    this.clients = clients;
    this.meters =
        Counter.builder(METER)
            .description("Calls of API versions that end, by operation and client.")
            .withRegistry(registry);
    this.counts = counts;
  }

  void count(EndingVersion version, Route route, HttpServletRequest request) {
    Instant now = clock.instant();
    Call call =
        new Call(
            LocalDate.ofInstant(now, ZoneOffset.UTC),
            version.name(),
            endpointOf(route, request.getMethod()),
            clients.of(request.getHeader(ClientNames.HEADER)));
    meters
        .withTags(
            "endpoint", call.endpoint(), "version", call.version(), "client_id", call.clientId())
        .increment();
    counts.add(call, Count.once(now));
    warning.about(call, version);
  }

  /** As few words as there are routes. */
  private static String endpointOf(Route route, String method) {
    return route.template() == null || !METHODS.contains(method)
        ? UNMATCHED
        : method + " " + route.template();
  }
}
