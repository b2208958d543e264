package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.reliability.MixedLoad.Result;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four callers with sixteen connections each wait their turn, and none of them in vain. */
class PlacesTest {

  private static final Duration WARM_UP =
      Duration.ofSeconds(Integer.getInteger("reliability.places.warm-up", 6));
  private static final Duration LENGTH =
      Duration.ofSeconds(Integer.getInteger("reliability.places.seconds", 15));

  private static Database database;

  @BeforeAll
  static void start() {
    database = new Database();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  /** Places of all requests, places of one caller. */
  @ParameterizedTest
  @CsvSource({"16,4", "16,8", "16,16", "32,4", "32,8", "32,16", "64,4", "64,8", "64,16"})
  void areEnoughForAMixedLoad(int places, int ofACaller) throws Exception {
    Instance instance =
        database
            .newInstance(
                50,
                "faultmaven.limits.max-wait=2s",
                "faultmaven.limits.requests=" + places,
                "faultmaven.limits.requests-per-caller=" + ofACaller)
            .awaitReady();
    try {
      MixedLoad load = new MixedLoad(instance, places + "-" + ofACaller);
      load.run(WARM_UP);
      Result result = load.run(LENGTH);
      System.out.printf(
          Locale.ROOT,
          "%2d places, %2d of a caller: %.0f/s, p50 %d ms, p99 %d ms, %.1f of 1000 refused, fairness %.2f%n",
          places,
          ofACaller,
          result.perSecond(),
          result.half().toMillis(),
          result.most().toMillis(),
          result.refused(),
          result.fairness());
      assertThat(result.refused()).isLessThan(10);
      assertThat(result.fairness()).isGreaterThan(0.5);
    } finally {
      instance.kill();
    }
  }
}
