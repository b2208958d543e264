package com.faultmaven.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long START = 5_000_000_000L;
  private static final long MILLI = 1_000_000;

  private final Pace pace = new Pace.Fixed(100, START);

  @Test
  void messagesAreDueEvenly() {
    assertThat(pace.takeDue(START)).isEqualTo(START);
    assertThat(pace.isDue(START + 9 * MILLI)).isFalse();
    assertThat(pace.isDue(START + 10 * MILLI)).isTrue();
  }

  @Test
  void aLatencyCountsFromWhenTheMessageWasDue() {
    pace.takeDue(START);

    assertThat(pace.takeDue(START + 500 * MILLI)).isEqualTo(START + 10 * MILLI);
  }

  @Test
  void whatIsLateForASecondIsGivenUp() {
    assertThat(pace.dropLate(START + 900 * MILLI)).isZero();
    assertThat(pace.dropLate(START + 1500 * MILLI)).isEqualTo(50);
    assertThat(pace.takeDue(START + 1500 * MILLI)).isEqualTo(START + 500 * MILLI);
  }

  @Test
  void nothingIsDueAfterItStopped() {
    pace.stop();

    assertThat(pace.isDue(START + 10 * MILLI)).isFalse();
  }
}
