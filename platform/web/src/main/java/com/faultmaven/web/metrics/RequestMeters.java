package com.faultmaven.web.metrics;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.observation.Observation;
import java.time.Duration;
import java.util.stream.LongStream;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Counts requests and measures how long they take: two meters for each, and nothing else. */
final class RequestMeters implements MeterObservationHandler<ServerRequestObservationContext> {

  private static final Duration[] BOUNDS =
      LongStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterProvider<Counter> requests;
  private final MeterProvider<Timer> durations;
  private final MeterRegistry registry;

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
    this.requests =
        Counter.builder("http.requests")
            .description("Requests, by method, template of the route and status")
            .withRegistry(registry);
    this.durations =
        Timer.builder("http.request.duration")
            .description("How long requests take until their answer is written")
            .serviceLevelObjectives(BOUNDS)
            .withRegistry(registry);
  }

  @Override
  public void onStart(ServerRequestObservationContext request) {
    request.put(Timer.Sample.class, Timer.start(registry));
  }

  @Override
  public void onStop(ServerRequestObservationContext request) {
    Tags tags = tags(request);
    Timer.Sample sample = request.getRequired(Timer.Sample.class);
    sample.stop(durations.withTags(tags));
    requests.withTags(tags).increment();
  }

  private static Tags tags(ServerRequestObservationContext request) {
    Tags tags = Tags.empty();
    for (KeyValue pair : request.getLowCardinalityKeyValues()) {
      tags = tags.and(Tag.of(pair.getKey(), pair.getValue()));
    }
    return tags;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext;
  }
}
