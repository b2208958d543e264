package com.faultmaven.status.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShareTest {

  private final Share share = new Share(1, Duration.ofMillis(20));

  @Test
  void isRefusedToWhoeverWouldWaitTooLong() {
    assertThat(share.enter()).isTrue();

    assertThatThrownBy(() -> share.inTurn(() -> "work")).isInstanceOf(PageUnavailable.class);
    share.leave();
    assertThat(share.inTurn(() -> "work")).isEqualTo("work");
  }

  @Test
  void isGivenBackAlsoByWhatFails() {
    assertThatThrownBy(
            () ->
                share.inTurn(
                    () -> {
                      throw new IllegalStateException("of the test");
                    }))
        .hasMessage("of the test");

    assertThat(share.inTurn(() -> "work")).isEqualTo("work");
  }
}
