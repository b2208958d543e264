package com.faultmaven.kernel.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.faultmaven.kernel.InvalidRequest;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final CursorScope LIST = CursorScope.of("things/a").with("user", "ada");
  private static final Pattern ID = Pattern.compile("[a-z]{3}");

  @Test
  void leadsBackToItsParts() {
    Instant moment = Instant.parse("2026-03-14T09:26:53.589793Z");
    String cursor = Cursor.after(LIST, moment, 7L, 0.25, 1.0e-20, "abc", "any: text é");

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    List<Object> parts =
        Cursor.read(
            LIST,
            cursor,
            read ->
                List.of(
                    read.instant(),
                    read.number(0, 9),
                    read.real(),
                    read.real(),
                    read.word(ID),
                    read.rest()));
    assertThat(parts).containsExactly(moment, 7L, 0.25, 1.0e-20, "abc", "any: text é");
  }

  @Test
  void isOfNoUseWithAnotherList() {
    String cursor = Cursor.after(CursorScope.of("things/a").with("user", "bob"), 7);

    refused(cursor, parts -> parts.number(0, 9));
  }

  @Test
  void isRefusedWhenAltered() {
    String cursor = Cursor.after(LIST, 7);
    char last = cursor.charAt(cursor.length() - 1);

    refused(
        cursor.substring(0, cursor.length() - 2) + (last == 'A' ? "BA" : "AA"),
        parts -> parts.number(0, 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "not base64!", "AAAAAAAAAAAAAAAA", "ÿÿÿÿ"})
  void isRefusedWhenItIsNone(String forged) {
    refused(forged, CursorParts::rest);
  }

  static Stream<Function<CursorParts, ?>> readings() {
    return Stream.of(
        parts -> parts.number(0, 100),
        CursorParts::real,
        CursorParts::instant,
        parts -> parts.word(ID),
        parts -> List.of(parts.instant(), parts.word(ID)),
        parts -> List.of(parts.real(), parts.rest()),
        parts -> List.of(parts.number(0, Long.MAX_VALUE), parts.number(0, Long.MAX_VALUE)));
  }

  /** What was read is what was written, or the cursor is refused; nothing else happens. */
  @ParameterizedTest
  @MethodSource("readings")
  void readsNothingElseThanWhatIsThere(Function<CursorParts, ?> reading) {
    Random random = new Random(20260314);
    List<String> pieces =
        List.of(
            ":",
            ":",
            "7",
            "12",
            "0.5",
            ".",
            "-",
            "+",
            "e",
            "E",
            "abc",
            "NaN",
            "9999999999999",
            " ",
            "\0",
            "é",
            "٣",
            "\uFFFD");
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String place =
          random
              .ints(random.nextInt(6), 0, pieces.size())
              .mapToObj(pieces::get)
              .collect(Collectors.joining());
      try {
        Object parts = reading.apply(new CursorParts(place));
        assertThat(String.valueOf(parts)).doesNotContain("\0");
        read++;
      } catch (InvalidRequest refused) {
        assertThat(refused.violations())
            .singleElement()
            .extracting("parameter")
            .isEqualTo("cursor");
      }
    }
    assertThat(read).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-62167219200000001",
        "253402300800000000",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "٣",
        "+1",
        "1.0",
        "1:",
        "1:1"
      })
  void knowsMomentsThatEverybodyKnows(String place) {
    refused(Cursor.after(LIST, place), CursorParts::instant);
  }

  private static void refused(String cursor, Function<CursorParts, ?> reading) {
    assertThatExceptionOfType(InvalidRequest.class)
        .isThrownBy(() -> Cursor.read(LIST, cursor, reading))
        .satisfies(
            refused ->
                assertThat(refused.violations())
                    .singleElement()
                    .extracting("parameter", "code")
                    .containsExactly("cursor", "invalid_format"));
  }
}
