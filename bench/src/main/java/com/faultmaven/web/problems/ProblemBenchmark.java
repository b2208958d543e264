package com.faultmaven.web.problems;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.web.RequestIds;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.json.JsonMapper;

/** The body of a problem. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProblemBenchmark {

  private final JsonMapper json = new JsonMapper();
  private final Rfc9457 rendering = new Rfc9457();
  private final RequestIds ids =
      new RequestIds(CorrelationId.of("0f337cbc-ea40-4f97-8ad7-83caab1b7a6a"), "request-1");
  private final Problem problem =
      new Problem(
          CommonProblem.VALIDATION_FAILED,
          "The request has a violation.",
          Map.of(
              "violations",
              List.of(
                  Map.of("field", "/title", "code", "too_long", "message", "title is too long."))),
          Map.of());

  @Benchmark
  public byte[] render() {
    return json.writeValueAsBytes(rendering.body(problem, "/api/v2/cases", ids));
  }
}
