package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** A token that was verified a moment ago. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TokenBenchmark {

  private static final String TOKEN = "abcdefgh".repeat(100);

  private final Clock clock = Clock.systemUTC();
  private final CheckedTokens tokens = new CheckedTokens(clock);
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v2/cases");
  private final Caller caller =
      new Caller(new UserId("user-123"), OrganizationId.DEFAULT, null, Set.of());
  private long calls;

  {
    request.addHeader("Authorization", "Bearer " + TOKEN);
  }

  /** Is remembered anew when its minute is over. */
  @Benchmark
  public @Nullable Object known() {
    String token = SentToken.of(request).orElseThrow();
    if (calls++ % 1_000_000 == 0) {
      tokens.put(token, caller, clock.instant().plus(Duration.ofHours(1)));
    }
    return tokens.get(token);
  }
}
