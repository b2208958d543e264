package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.kernel.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

  @Test
  void isKeptToTheLastSpace() {
    assertThat(Content.of("  two\n\tlines \n").value()).isEqualTo("  two\n\tlines \n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r ", "\u2003\u3000"})
  void isNeverBlank(String blank) {
    assertThatThrownBy(() -> Content.of(blank))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("content must not be blank.");
  }

  @Test
  void hasUpTo50000CharactersHoweverManyUnitsTheyTake() {
    assertThat(Content.of("🔥".repeat(50_000)).value()).hasSize(100_000);
    assertThatThrownBy(() -> Content.of("🔥".repeat(50_001)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("content must be at most 50000 characters long.");
  }
}
