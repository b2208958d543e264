package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {

  @RepeatedTest(20)
  void isMadeInTheFormOfTheContract() {
    assertThat(MessageId.random(new SplittableRandom()).value()).matches("^msg_[a-f0-9]{16}$");
  }

  @Test
  void keepsLeadingZeros() {
    RandomGenerator almostNothing = () -> 0xaL;

    assertThat(MessageId.random(almostNothing)).hasToString("msg_000000000000000a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "msg_", "msg_0123456789ABCDEF", "msg_0123456789abcdef0", "msg_%00", "x"})
  void thatLooksWrongIsAnIdNoMessageHas(String wrong) {
    assertThatThrownBy(() -> MessageId.of(wrong))
        .isInstanceOf(MessageNotFound.class)
        .hasMessageContaining(wrong);
  }
}
