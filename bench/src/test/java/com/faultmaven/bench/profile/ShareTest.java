package com.faultmaven.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {

  private static final String CHAIN = "org.apache.catalina.core.ApplicationFilterChain.doFilter";
  private static final String FILTER = "com.faultmaven.web.limits.Filter.filter";

  @Test
  void countsWhatIsCalledAndNotWhatFollows() {
    Frame all = new Frame("all");
    all.add(List.of(CHAIN, FILTER));
    all.add(List.of(CHAIN, FILTER, "java.util.HashMap.get"));
    all.add(List.of(CHAIN, FILTER, CHAIN, "com.faultmaven.Cases.find"));
    all.add(List.of(CHAIN, FILTER, CHAIN, FILTER, CHAIN));
    all.add(List.of(CHAIN, "com.faultmaven.web.others.Filter.filter"));

    assertThat(Share.of(all, List.of("com.faultmaven.web.limits.")))
        .isCloseTo(2.0 / 5, within(1e-9));
    assertThat(Share.of(new Frame("all"), List.of("com"))).isZero();
  }
}
