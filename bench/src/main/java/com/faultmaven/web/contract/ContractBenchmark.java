package com.faultmaven.web.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
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
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

/** Holding valid requests against the contract. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ContractBenchmark {

  private final Operations operations = PackagedOperations.all();
  private final RequestRules create = rulesOf("POST");
  private final RequestRules list = rulesOf("GET");
  private final MockHttpServletRequest page = new MockHttpServletRequest("GET", "/api/v2/cases");
  private final byte[] body =
      """
      {"title":"Checkout is slow","description":"Since noon, only in Frankfurt, after the release.",
       "severity":"high","category":"performance","tags":["prod","postgres"],"metadata":{"region":"eu"}}
      """
          .getBytes(UTF_8);

  public ContractBenchmark() {
    page.addParameter("limit", "20");
    page.addParameter("status", "investigating");
    page.addHeader("X-Correlation-ID", "0f337cbc-ea40-4f97-8ad7-83caab1b7a6a");
  }

  private RequestRules rulesOf(String method) {
    return Objects.requireNonNull(
        operations.rulesOf(operations.at(method, "/api/v2/cases").operation()));
  }

  @Benchmark
  public JsonNode body() {
    Findings findings = new Findings();
    JsonNode read = StrictJson.read(body, findings);
    create.checkBody(MediaType.APPLICATION_JSON, read, findings);
    findings.refuseBody();
    return read;
  }

  @Benchmark
  public Object parameters() {
    list.checkParameters(page);
    return page;
  }

  @Benchmark
  public Object find() {
    return operations.at("GET", "/api/v2/cases/case_0123456789ab");
  }
}
