package com.faultmaven.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarningsTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Warnings warnings = new Warnings(nanos::get);

  @Test
  void areAHundredASecondAtMost() {
    assertThat(dueOf(1_000)).isEqualTo(100);
    nanos.addAndGet(999_999_999);
    assertThat(dueOf(1_000)).isZero();
    nanos.addAndGet(1);
    assertThat(dueOf(1_000)).isEqualTo(100);
  }

  private long dueOf(int failures) {
    return IntStream.range(0, failures).filter(_ -> warnings.isDue()).count();
  }
}
