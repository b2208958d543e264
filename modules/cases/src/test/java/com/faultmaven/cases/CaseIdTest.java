package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIdTest {

  @RepeatedTest(20)
  void isMadeInTheFormClientsInsistOn() {
    assertThat(CaseId.random(new SplittableRandom()).value()).matches("^case_[a-f0-9]{12}$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "case_", "case_0123456789AB", "case_0123456789abc", "case_%00", "x"})
  void thatLooksWrongIsAnIdNoCaseHas(String wrong) {
    assertThatThrownBy(() -> CaseId.of(wrong))
        .isInstanceOf(CaseNotFound.class)
        .hasMessageContaining(wrong);
  }
}
