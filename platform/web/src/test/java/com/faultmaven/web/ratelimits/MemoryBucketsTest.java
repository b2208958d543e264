package com.faultmaven.web.ratelimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryBucketsTest {

  private static final Limit LIMIT = Limit.of("test", Rate.of("100/1d"));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RateLimits limits = limits();

  @Test
  void grantNoMoreThanThereIsHoweverManyAskAtOnce() throws Exception {
    assertThat(Race.granted(List.of(limits), 16, 50, LIMIT, "ada")).isEqualTo(100);
    assertThat(meters.get("faultmaven.rate.limits.refused").tag("limit", "test").counter().count())
        .isEqualTo(700);
  }

  @Test
  void refuseWhatIsTooMuchAndSayWhenItIsNot() throws Exception {
    Race.granted(List.of(limits), 1, 100, LIMIT, "ada");

    assertThatThrownBy(() -> limits.take(LIMIT, "ada").orRefuse())
        .isInstanceOfSatisfying(
            RateLimited.class,
            refused -> assertThat(refused.headers()).containsEntry("Retry-After", "864"));
    limits.take(LIMIT, "grace").orRefuse();
  }

  /** Long names are not kept as they are. */
  @Test
  void areToldApartByAllOfALongName() {
    String name = "x".repeat(1000);
    limits.take(LIMIT, name + "a");

    assertThat(limits.look(LIMIT, name + "a").remaining()).isEqualTo(99);
    assertThat(limits.look(LIMIT, name + "b").remaining()).isEqualTo(100);
  }

  @Test
  void belongToALimitAndItsRate() {
    limits.take(LIMIT, "ada");

    assertThat(limits.look(Limit.of("another", LIMIT.rate()), "ada").remaining()).isEqualTo(100);
    assertThat(limits.look(Limit.of("test", Rate.of("50/1d")), "ada").remaining()).isEqualTo(50);
  }

  /** Nobody fills the memory by calling under many names. */
  @Test
  void areOnlySoMany() {
    for (int i = 0; i < 10_000; i++) {
      limits.take(LIMIT, "user-" + i);
    }

    long known = 0;
    for (int i = 0; i < 10_000; i++) {
      known += limits.look(LIMIT, "user-" + i).remaining() < 100 ? 1 : 0;
    }
    assertThat(known).isLessThan(200);
  }

  @Test
  void areNotElsewhere() {
    assertThatIllegalStateException()
        .isThrownBy(() -> limits.take(LIMIT.in(Storage.REDIS), "ada"))
        .withMessage("test cannot be counted in REDIS.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "600",
        "600/",
        "/1m",
        "0/1m",
        "-1/1m",
        "600/1x",
        "600/0s",
        "600/2d",
        "a/1m",
        "1/1m/1",
        "99999999999/1m"
      })
  void haveARateThatIsWrittenLikeOne(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(text));
  }

  @Test
  void haveARateInAnyUnit() {
    assertThat(Rate.of(" 600 / 1m ")).isEqualTo(new Rate(600, Duration.ofMinutes(1)));
    assertThat(Rate.of("5/PT1H")).isEqualTo(new Rate(5, Duration.ofHours(1)));
  }

  private RateLimits limits() {
    MemoryBuckets buckets = new MemoryBuckets(new ClockMeter(Clock.systemUTC()), 10);
    return new RateLimits(Map.of(Storage.MEMORY, buckets), Storage.MEMORY, meters);
  }
}
