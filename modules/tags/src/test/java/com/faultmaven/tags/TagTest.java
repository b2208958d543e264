package com.faultmaven.tags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {

  @Test
  void isTrimmed() {
    assertThat(new Tag("\u2003\u00A0 on call \n").name()).isEqualTo("on call");
  }

  @ParameterizedTest
  @CsvSource({
    "prod, PROD, true",
    "\u00E9t\u00E9, E\u0301TE\u0301, true",
    "Ärger, ärger, true",
    "🔥, 🔥, true",
    "prod, prods, false"
  })
  void isTheSameInUpperAndLowerCase(String one, String other, boolean same) {
    assertThat(new Tag(one).isSameAs(new Tag(other))).isEqualTo(same);
  }

  @Test
  void countsCharactersAsPeopleDoAndNotJava() {
    assertThat(new Tag("🔥".repeat(50)).canExist()).isTrue();
    assertThat(new Tag("🔥".repeat(51)).canExist()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\u2003", "\u00A0", "a\0b"})
  void cannotBeBlankOrUnstorable(String text) {
    assertThat(new Tag(text).canExist()).isFalse();
  }

  @Test
  void isCompletedFromItsFirstLettersInAnyCase() {
    assertThat(new TagPrefix(" My T").value()).isEqualTo("my t");
    assertThat(new TagPrefix("my ").value()).isEqualTo("my ");
  }
}
