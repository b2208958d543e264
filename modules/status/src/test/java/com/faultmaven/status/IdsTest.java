package com.faultmaven.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final Instant NOW = Instant.parse("2026-03-14T09:26:53.589Z");

  @Test
  void areOfVersionSevenAndBeginWithTheTime() {
    Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
    Set<UUID> made = new HashSet<>();
    for (int n = 0; n < 1000; n++) {
      UUID id = ids.next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
      made.add(id);
    }
    assertThat(made).hasSize(1000);
  }
}
