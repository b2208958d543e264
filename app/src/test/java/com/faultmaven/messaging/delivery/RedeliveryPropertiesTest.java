package com.faultmaven.messaging.delivery;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedeliveryPropertiesTest {

  @Test
  void waitTwiceAsLongAfterEachFailureButNotForEver() {
    RedeliveryProperties properties = with(ofSeconds(1), 10);

    assertThat(properties.pauseAfter(0)).isZero();
    assertThat(properties.pauseAfter(1)).isEqualTo(ofSeconds(1));
    assertThat(properties.pauseAfter(4)).isEqualTo(ofSeconds(8));
    assertThat(properties.pauseAfter(99)).isEqualTo(properties.pauseAfter(13));
  }

  @Test
  void refuseWhatWouldNeverDeliver() {
    assertThatThrownBy(() -> with(Duration.ZERO, 10)).hasMessageContaining("durations");
    assertThatThrownBy(() -> with(ofSeconds(1), 0)).hasMessageContaining("attempts");
  }

  private static RedeliveryProperties with(Duration backoff, int attempts) {
    return new RedeliveryProperties(
        ofSeconds(3), ofMinutes(1), backoff, attempts, 200, ofMinutes(2));
  }
}
