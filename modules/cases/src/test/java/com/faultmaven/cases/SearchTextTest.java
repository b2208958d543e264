package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain words|plain words",
        "pool -staging|pool -staging",
        "a-b c--d e-|a-b c--d e-",
        "--verbose| verbose",
        "pool - -staging|pool   -staging",
        "-(-!-&-x| ( ! &-x",
        "x -|x -",
        "\u2003-\u00A0-\u3000x|     x",
      })
  void leavesNoDashThatExcludesNothing(String typed, String searched) {
    assertThat(SearchText.of(typed)).isEqualTo(searched);
  }
}
