package com.faultmaven.escalations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Five hundred letters a day and organization, whoever they are from. */
class LetterLimitsTest extends OnAMailServer {

  private static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");

  @Autowired private LetterLimits limits;
  @Autowired private TransactionTemplate transaction;

  @Test
  void areOfAUserAndOfTheirOrganization() {
    for (int user = 0; user < 8; user++) {
      take(60, user, organization, NOW);
    }
    take(20, 8, organization, NOW.plusSeconds(60));
    assertThatThrownBy(() -> take(1, 9, organization, NOW.plusSeconds(60)))
        .isInstanceOf(LettersLimited.class)
        .hasMessageContaining("500 letters a day")
        .satisfies(
            it ->
                assertThat(((LettersLimited) it).headers())
                    .containsEntry("Retry-After", String.valueOf(24 * 3600 - 60)));
    take(1, 9, "other-" + word, NOW.plusSeconds(60));
    assertThatThrownBy(() -> take(1, 0, organization, NOW.plusSeconds(60)))
        .hasMessageContaining("60 letters an hour");
  }

  @Test
  void areOfAUserInHoweverManyOrganizationsAtTheSameTime() {
    List<Boolean> allowed =
        Together.run(
            8,
            n -> {
              try {
                take(60, 0, n + "-" + word, NOW);
                return true;
              } catch (LettersLimited limited) {
                return false;
              }
            });
    assertThat(allowed).containsOnlyOnce(true);
  }

  @Test
  void countAWindowThatMoves() {
    take(60, 0, organization, NOW);
    Instant later = NOW.plus(Duration.ofHours(1));
    assertThatThrownBy(() -> take(1, 0, organization, later.minusSeconds(1)))
        .isInstanceOf(LettersLimited.class);
    take(60, 0, organization, later);
  }

  private void take(int letters, int user, String organization, Instant now) {
    Caller caller =
        new Caller(
            new UserId("u" + user + "-" + word), new OrganizationId(organization), null, Set.of());
    transaction.executeWithoutResult(_ -> limits.take(letters, caller, now));
  }
}
