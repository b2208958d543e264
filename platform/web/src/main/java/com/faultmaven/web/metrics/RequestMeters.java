package com.faultmaven.web.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.observation.Observation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Counts requests and measures how long they take; for each kind, both meters are found once. */
final class RequestMeters implements MeterObservationHandler<ServerRequestObservationContext> {

  private static final Duration[] BOUNDS =
      LongStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private record Meters(Counter requests, Timer durations) {}

  private final Map<RequestKind, Meters> meters = new ConcurrentHashMap<>();
  private final MeterRegistry registry;

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void onStart(ServerRequestObservationContext request) {
    request.put(Timer.Sample.class, Timer.start(registry));
  }

  @Override
  public void onStop(ServerRequestObservationContext request) {
    Meters found = meters.computeIfAbsent(RequestKind.of(request), this::register);
    found.requests.increment();
    Timer.Sample sample = request.getRequired(Timer.Sample.class);
    sample.stop(found.durations);
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

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext;
  }
}
