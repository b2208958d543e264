package com.faultmaven.reports.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingPropertiesTest {

  private static final Duration MONTH = Duration.ofDays(30);

  @ParameterizedTest
  @CsvSource({"1km, 1", "500m, 0.5", "0.25 km, 0.25"})
  void readsLengths(String written, double kilometres) {
    assertThat(new MatchingProperties("off", written, MONTH).radiusKm()).isEqualTo(kilometres);
  }

  @Test
  void readsFromWhenOnMatchesAcceptThemselves() {
    assertThat(new MatchingProperties("OFF", "1km", MONTH).autoLinkFrom()).isEmpty();
    assertThat(new MatchingProperties("0.9", "1km", MONTH).autoLinkFrom()).hasValue(0.9);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1km", "0, 1km", "NaN, 1km", "often, 1km", "off, 1", "off, 101km", "off, -1km"})
  void refuseWhatMakesNoSense(String autoLink, String radius) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MatchingProperties(autoLink, radius, MONTH));
  }
}
