package com.faultmaven.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ForegroundTest {

  private final AtomicBoolean here = new AtomicBoolean();

  @Test
  void isWhereSomebodyWaits() {
    Foreground.run(this::look);
    assertThat(here).isTrue();
    assertThat(Foreground.get(Foreground::isHere)).isTrue();

    look();
    assertThat(here).isFalse();
  }

  @Test
  void isWhereItIsKnownWhoWaits() {
    Caller ada = new Caller(new UserId("ada"), OrganizationId.DEFAULT, null, Set.of());

    ada.run(this::look);

    assertThat(here).isTrue();
  }

  private void look() {
    here.set(Foreground.isHere());
  }
}
