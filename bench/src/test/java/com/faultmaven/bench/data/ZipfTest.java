package com.faultmaven.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZipfTest {

  @Test
  void sharesTheIntervalByRank() {
    // 1 + 1/2 + 1/3 = 11/6
    Zipf zipf = new Zipf(3);

    assertThat(zipf.at(0)).isZero();
    assertThat(zipf.at(0.54)).isZero();
    assertThat(zipf.at(0.55)).isEqualTo(1);
    assertThat(zipf.at(0.81)).isEqualTo(1);
    assertThat(zipf.at(0.82)).isEqualTo(2);
    assertThat(zipf.at(Math.nextDown(1.0))).isEqualTo(2);
  }
}
