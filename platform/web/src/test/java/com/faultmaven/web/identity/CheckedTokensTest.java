package com.faultmaven.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckedTokensTest {

  private static final Caller ADA =
      new Caller(new UserId("ada"), OrganizationId.DEFAULT, null, Set.of());
  private static final Instant START = Instant.parse("2026-03-14T09:26:53Z");

  private Instant now = START;
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final CheckedTokens tokens = new CheckedTokens(clock);

  @Test
  void areKnownForAMinute() {
    tokens.put("token", ADA, START.plusSeconds(3600));

    assertThat(tokens.get("token")).isEqualTo(ADA);
    assertThat(tokens.get("tokem")).isNull();
    now = START.plusSeconds(59);
    assertThat(tokens.get("token")).isEqualTo(ADA);
    now = START.plusSeconds(60);
    assertThat(tokens.get("token")).isNull();
  }

  @Test
  void areNotKnownBeyondTheirEnd() {
    tokens.put("token", ADA, START.plusSeconds(5));

    now = START.plusSeconds(4);
    assertThat(tokens.get("token")).isEqualTo(ADA);
    now = START.plusSeconds(5);
    assertThat(tokens.get("token")).isNull();
  }

  /** They are good for a little longer, for clocks that differ. */
  @Test
  void areCheckedEachTimeAfterTheirEnd() {
    tokens.put("token", ADA, START.minusSeconds(1));

    assertThat(tokens.get("token")).isNull();
  }

  @Test
  void areOnlySoMany() {
    for (int i = 0; i < 30_000; i++) {
      tokens.put("token-" + i, ADA, START.plusSeconds(3600));
    }
    int known = 0;
    for (int i = 0; i < 30_000; i++) {
      known += tokens.get("token-" + i) == null ? 0 : 1;
    }
    assertThat(known).isLessThan(12_000);
  }
}
