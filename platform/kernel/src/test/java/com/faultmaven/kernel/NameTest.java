package com.faultmaven.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "!", "~", "auth0|5f7c8ec7", "ada+dev@faultmaven.dev", "-._/\\\"'"})
  void isMadeOfVisibleAscii(String name) {
    assertThat(Name.isValid(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "a,b", ",", "a\n", "\u0000", "a\u007f", "ä", "a\u2003", "😀"})
  void isMadeOfNothingElse(String name) {
    assertThat(Name.isValid(name)).isFalse();
  }

  @Test
  void hasAtMost255Characters() {
    assertThat(Name.isValid("x".repeat(255))).isTrue();
    assertThat(Name.isValid("x".repeat(256))).isFalse();
  }
}
