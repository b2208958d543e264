package com.faultmaven.bench.paths;

import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import java.time.Instant;
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

/** The cursor of a page of cases: made for one response, read in the next request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CursorBenchmark {

  private final Instant moment = Instant.parse("2026-03-14T06:00:00.123456Z");
  private final CursorScope list =
      CursorScope.of("cases a").with("user", "ada").with("organization", "default");
  private final String cursor = Cursor.after(list, moment, "case_0123456789ab");

  @Benchmark
  public String make() {
    return Cursor.after(list, moment, "case_0123456789ab");
  }

  @Benchmark
  public Object read() {
    return Cursor.read(list, cursor, parts -> parts.instant() + ":" + parts.rest());
  }
}
