package com.faultmaven.web.metrics;

import com.faultmaven.web.contract.PackagedOperations;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
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

/** What counting and measuring a request costs, whose route is known by then. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MetersBenchmark {

  private static final FilterChain NOTHING = (_, _) -> {};

  private final RequestMeters meters =
      new RequestMeters(
          PackagedOperations.all(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  private final MockHttpServletRequest request =
      new MockHttpServletRequest("GET", "/api/v2/cases/case_0123456789ab");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Benchmark
  public Object request() throws ServletException, IOException {
    meters.doFilter(request, response, NOTHING);
    return response;
  }
}
