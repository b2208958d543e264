package com.faultmaven.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchedTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "roof tiles,             '\"roof\" \"tiles\"'",
        "'\"roof tiles\" hall',  '\"roof tiles\" \"hall\"'",
        "roof -tiles,            '\"roof\" -\"tiles\"'",
        "'-\"roof tiles\"',      '-\"roof tiles\"'",
        "e-mail or 10.0.0.1,     '\"e-mail\" \"or\" \"10.0.0.1\"'",
        "'\"not closed',         '\"not closed\"'",
        "'----- - \"\" -\"-\"',  ''",
        "--tiles,                '-\"-tiles\"'",
        "'-\"\" -\"\" é',        '\"é\"'",
      })
  void isOnePhraseForEachWord(String typed, String expected) {
    assertThat(SearchedText.of(typed)).isEqualTo(expected);
  }
}
