package com.faultmaven.web.ratelimits;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.web.addresses.ClientAddresses;
import com.faultmaven.web.addresses.Networks;
import com.faultmaven.web.lifecycle.ClientNames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A request that counts against a limit of its user and one of its client, in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RateLimitBenchmark {

  private static final Rate RATE = new Rate(1_000_000_000, Duration.ofSeconds(1));

  private final RequestLimits limits =
      new RequestLimits(
          new RequestLimits.Pair(Limit.of("user-reads", RATE), null),
          new RequestLimits.Pair(Limit.of("client-reads", RATE), null),
          new RequestLimits.Pair(null, null),
          new ClientNames(Set.of("dashboard")),
          new ClientAddresses(new Networks(List.of())));
  private final RateLimits rates =
      new RateLimits(
          Map.of(Storage.MEMORY, new MemoryBuckets(new ClockMeter(Clock.systemUTC()), 50_000)),
          Storage.MEMORY,
          new SimpleMeterRegistry());
  private final RateLimitFilter filter = new RateLimitFilter(limits, rates);
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v2/cases");
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final Caller caller =
      new Caller(new UserId("user-123"), OrganizationId.DEFAULT, null, Set.of());

  /** With its headers. */
  @Benchmark
  public Object limited() {
    caller.run(() -> filter.filter(request, response, (_, _) -> {}));
    return response;
  }
}
