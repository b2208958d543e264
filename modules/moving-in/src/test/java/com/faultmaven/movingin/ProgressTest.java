package com.faultmaven.movingin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

  @Test
  void saysHowFastAndHowLong() {
    try (Progress progress = new Progress(out, false, 1_000_000, 0)) {
      assertThat(progress.line(250_000, 250_000, Duration.ofSeconds(50)))
          .isEqualTo(
              "[=======                       ]  25 %  250,000 of 1,000,000 cases  5,000/s  2:30 left");
    }
  }

  /** What an interrupted import had done says nothing of how fast this one is. */
  @Test
  void countsTheRateFromItsOwnStart() {
    try (Progress progress = new Progress(out, false, 1_000, 500)) {
      assertThat(progress.line(600, 100, Duration.ofSeconds(10))).contains("10/s  0:40 left");
      assertThat(progress.line(500, 0, Duration.ofSeconds(1))).contains("? left");
    }
  }

  @Test
  void isALineWhereNobodyLooksAndWritesOverItselfWhereSomebodyDoes() {
    new Progress(out, false, 0, 0).close();
    assertThat(shown.toString(StandardCharsets.UTF_8)).startsWith("[===").doesNotContain("\r");
    shown.reset();
    new Progress(out, true, 10, 0).close();
    assertThat(shown.toString(StandardCharsets.UTF_8)).startsWith("\r[").endsWith("\n");
  }
}
