package com.faultmaven.web.lifecycle;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.web.contract.Operations;
import com.faultmaven.web.contract.PackagedOperations;
import com.faultmaven.web.contract.Route;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
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

/** What every response of a deprecated version says. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LifecycleBenchmark {

  private static final String PATH = "/api/v1/cases/case_0123456789ab";

  private final EndingVersions versions =
      EndingVersions.of(
          Contracts.packaged(),
          new ApiProperties(Map.of(), 1, Set.of(), Duration.ofSeconds(10)),
          LocalDate.of(2026, 11, 1));
  private final Operations operations = PackagedOperations.all();
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", PATH);
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Benchmark
  public Object headers() {
    Route route = operations.at("GET", PATH);
    EndingVersion version = Objects.requireNonNull(versions.at(route));
    String successor = version.successorOf(route, request);
    version.announceOn(response, successor);
    return response;
  }
}
