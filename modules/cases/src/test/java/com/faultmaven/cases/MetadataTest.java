package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.kernel.InvalidRequest;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTest {

  /** The examples of RFC 7396, appendix A, whose target and patch are both objects. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a":"b"}                | {"a":"c"}                 | {"a":"c"}
          {"a":"b"}                | {"b":"c"}                 | {"a":"b","b":"c"}
          {"a":"b"}                | {"a":null}                | {}
          {"a":"b","b":"c"}        | {"a":null}                | {"b":"c"}
          {"a":["b"]}              | {"a":"c"}                 | {"a":"c"}
          {"a":"c"}                | {"a":["b"]}               | {"a":["b"]}
          {"a":{"b":"c"}}          | {"a":{"b":"d","c":null}}  | {"a":{"b":"d"}}
          {"a":[{"b":"c"}]}        | {"a":[1]}                 | {"a":[1]}
          {"e":null}               | {"a":1}                   | {"e":null,"a":1}
          {}                       | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
          """)
  void mergesAsRfc7396Says(String target, String patch, String merged) {
    assertThat(Metadata.stored(target).merge(Metadata.stored(patch).values()))
        .isEqualTo(Metadata.stored(merged));
  }

  @Test
  void refusesMoreThan16KibibytesOfUtf8() {
    Map<String, @Nullable Object> fits = Map.of("k", "ü".repeat((16 * 1024 - 8) / 2));
    Map<String, @Nullable Object> tooLarge = Map.of("k", "ü".repeat((16 * 1024 - 8) / 2 + 1));

    assertThat(Metadata.of(fits).json()).hasSize(8 + (16 * 1024 - 8) / 2);
    assertThatThrownBy(() -> Metadata.of(tooLarge)).isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> Metadata.of(fits).merge(Map.of("l", 1)))
        .isInstanceOf(InvalidRequest.class);
  }

  @Test
  void measuresNumbersAsTheyAreKept() {
    List<@Nullable Object> extreme = Collections.nCopies(60, new BigDecimal("1e308"));

    assertThatThrownBy(() -> Metadata.of(Map.of("n", extreme))).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void maySayTheSameAgainOrLessWhenItIsTooLarge() {
    Metadata tooLarge = Metadata.stored("{\"a\": \"" + "x".repeat(20_000) + "\", \"b\": 1}");

    assertThat(tooLarge.replacedBy(tooLarge.values())).isEqualTo(tooLarge);
    assertThat(tooLarge.merge(Collections.singletonMap("b", null)).values()).containsOnlyKeys("a");
    assertThatThrownBy(() -> tooLarge.merge(Map.of("b", 10))).isInstanceOf(InvalidRequest.class);
  }
}
