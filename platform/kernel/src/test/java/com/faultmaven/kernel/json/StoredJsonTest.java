package com.faultmaven.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StoredJsonTest {

  @Test
  void keepsEveryDigitOfANumber() {
    String json = "{\"pi\":3.14159265358979323846,\"big\":123456789012345678901234567890}";

    assertThat(StoredJson.object(json))
        .containsEntry("pi", new BigDecimal("3.14159265358979323846"));
    assertThat(StoredJson.text(StoredJson.object(json))).isEqualTo(json);
  }

  @Test
  void keepsNullsAndWhatIsNested() {
    String json = "{\"a\":null,\"b\":{\"c\":[1,{\"d\":null}]}}";

    assertThat(StoredJson.text(StoredJson.object(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource
  void readsAndWritesWhateverPostgresPrints(String value) {
    String json = "{\"a\":" + value + "}";

    assertThat(StoredJson.object(StoredJson.text(StoredJson.object(json))))
        .isEqualTo(StoredJson.object(json));
  }

  static Stream<String> readsAndWritesWhateverPostgresPrints() {
    return Stream.of(
        "9".repeat(131_072) + "." + "9".repeat(16_383),
        "-0." + "0".repeat(16_382) + "1",
        "1" + "0".repeat(131_071),
        "[".repeat(900) + "]".repeat(900),
        "{\"a\":".repeat(900) + "1" + "}".repeat(900),
        "{\"" + "n".repeat(100_000) + "\":1}",
        "\"" + "t".repeat(1_000_000) + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": [1, 2]} | 11
          {"a": 1e10}   | 17
          {"a": 1e-3}   | 11
          {"a": "ü😀"}  | 14
          """)
  void measuresJsonAsItIsKept(String json, long size) {
    assertThat(StoredJson.size(StoredJson.object(json))).isEqualTo(size);
  }
}
