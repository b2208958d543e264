package com.faultmaven.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  private static final Pattern UNICODE = Pattern.compile("\\p{IsWhite_Space}");

  /** The categories and directions that Python's str.isspace() goes by. */
  private static boolean isSpaceToPython(int character) {
    return Character.getType(character) == Character.SPACE_SEPARATOR
        || switch (Character.getDirectionality(character)) {
          case Character.DIRECTIONALITY_WHITESPACE,
              Character.DIRECTIONALITY_PARAGRAPH_SEPARATOR,
              Character.DIRECTIONALITY_SEGMENT_SEPARATOR ->
              true;
          default -> false;
        };
  }

  @Test
  void callsWhiteWhatAnyOfUnicodePythonAndEcmascriptDo() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .forEach(
            character -> {
              String text = Character.toString(character);
              boolean white =
                  UNICODE.matcher(text).matches()
                      || isSpaceToPython(character)
                      || character == 0xFEFF;
              assertThat(Text.isBlank(text)).as("U+%04X", character).isEqualTo(white);
            });
  }

  @Test
  void isTrimmedAtItsEnds() {
    assertThat(Text.trim("\u00A0 a b\u3000\uFEFF")).isEqualTo("a b");
    assertThat(Text.trim(" \u2028")).isEmpty();
    assertThat(Text.trimStart("\u00A0a ")).isEqualTo("a ");
  }

  @ParameterizedTest
  @CsvSource({
    "PROD, prod",
    "\u00C9t\u00E9, e\u0301te\u0301",
    "E\u0301t\u00E9, \u00C9TE\u0301",
    "\u212Bngstr\u00F6m, \u00C5NGSTRO\u0308M",
    "\u0130x, I\u0307X",
    "\uAC00, \u1100\u1161",
  })
  void hasOneKeyHoweverItIsSpelt(String one, String other) {
    assertThat(Text.key(one)).isEqualTo(Text.key(other));
    assertThat(Text.key(Text.key(one))).isEqualTo(Text.key(one));
  }
}
