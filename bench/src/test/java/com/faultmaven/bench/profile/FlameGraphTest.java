package com.faultmaven.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlameGraphTest {

  @Test
  void showsEachMethodWithItsPartOnItsCaller() {
    Frame all = new Frame("all");
    all.add(List.of("java.lang.Thread.run", "com.faultmaven.Cases.find"));
    all.add(List.of("java.lang.Thread.run", "com.faultmaven.Cases.find"));
    all.add(List.of("java.lang.Thread.run", "org.postgresql.Driver.<init>"));
    all.add(List.of("java.lang.Thread.run"));

    assertThat(FlameGraph.of(all, "getCase"))
        .contains("getCase: 4 samples")
        .contains("<title>all 100.0 %</title><rect x='0.0' y='-16' width='1800.0'")
        .contains("<title>java.lang.Thread.run 100.0 %</title><rect x='0.0' y='-32'")
        .contains(
            "<title>com.faultmaven.Cases.find 50.0 %</title><rect x='0.0' y='-48' width='900.0'")
        .contains("<title>org.postgresql.Driver.&lt;init> 25.0 %</title><rect x='900.0' y='-48'");
  }
}
