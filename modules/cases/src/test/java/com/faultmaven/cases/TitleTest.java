package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.kernel.InvalidRequest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleTest {

  @Test
  void isTrimmed() {
    assertThat(new Title("  Checkout is slow\n").value()).isEqualTo("Checkout is slow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void refusesBlankness(String blank) {
    assertThatThrownBy(() -> new Title(blank)).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void countsCharactersAsPeopleDoAndNotJava() {
    assertThat(new Title("🔥".repeat(200)).value()).hasSize(400);
    assertThatThrownBy(() -> new Title("x".repeat(201))).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void isGeneratedFromTheDayAndTheNumber() {
    assertThat(Title.generated(LocalDate.of(2026, 3, 4), 7).value()).isEqualTo("Case-0304-7");
  }
}
