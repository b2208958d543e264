package com.faultmaven.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.MovableClock;
import com.faultmaven.testing.modules.ModuleTest;
import com.faultmaven.web.identity.OwnTokens.Good;
import com.faultmaven.web.identity.OwnTokens.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Clocks of processes may be a minute apart, and no more. */
@ModuleTest
class LeewayTest {

  private static final Duration LIFETIME = Duration.ofMinutes(15);

  @Autowired private SigningKeys keys;
  @Autowired private Revocations revocations;
  @Autowired private TokenProperties properties;

  /** As precise as the claims are. */
  private final Instant issued = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final Instant end = issued.plus(LIFETIME);

  @Test
  void isAMinuteAfterTheEnd() {
    String token = token();

    assertThat(at(end.plusMillis(59_999)).of(token)).isInstanceOf(Good.class);
    assertThat(at(end.plusSeconds(60)).of(token)).isInstanceOf(Refused.class);
  }

  /** What is remembered of a token is not its end. */
  @Test
  void isNotLongerForATokenThatWasGoodBefore() {
    String token = token();
    MovableClock clock = clockAt(issued);
    VerifiedTokens tokens = new VerifiedTokens(keys, revocations, properties, clock);
    assertThat(tokens.of(token)).isInstanceOf(Good.class);

    clock.set(end.plusSeconds(60).toString());

    assertThat(tokens.of(token)).isInstanceOf(Refused.class);
  }

  /** A token says from when it is for people to read: nobody is refused for being early. */
  @ParameterizedTest
  @ValueSource(longs = {1, 59, 300})
  void isNotAskedForBeforeTheBeginning(long seconds) {
    assertThat(at(issued.minusSeconds(seconds)).of(token())).isInstanceOf(Good.class);
  }

  private VerifiedTokens at(Instant now) {
    return new VerifiedTokens(keys, revocations, properties, clockAt(now));
  }

  private String token() {
    TokenSubject ada =
        new TokenSubject(
            new UserId("user_ada"),
            "signin_of_ada",
            null,
            false,
            Set.of("user"),
            OrganizationId.DEFAULT);
    return new AccessTokens(keys, properties, clockAt(issued)).issue(ada, LIFETIME);
  }

  private static MovableClock clockAt(Instant now) {
    return new MovableClock(now.toString());
  }
}
