package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.edge.InvalidRequest;
import java.math.BigDecimal;
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
    assertThat(MetadataJson.read(target).merge(MetadataJson.read(patch).values()))
        .isEqualTo(MetadataJson.read(merged));
  }

  @Test
  void keepsEveryDigitOfANumber() {
    String json = "{\"pi\":3.14159265358979323846,\"big\":123456789012345678901234567890}";

    Metadata read = MetadataJson.read(json);

    assertThat(read.values()).containsEntry("pi", new BigDecimal("3.14159265358979323846"));
    assertThat(MetadataJson.write(read)).isEqualTo(json);
  }

  @Test
  void refusesMoreThan16KibibytesOfUtf8() {
    Map<String, @Nullable Object> fits = Map.of("k", "ü".repeat((16 * 1024 - 8) / 2));
    Map<String, @Nullable Object> tooLarge = Map.of("k", "ü".repeat((16 * 1024 - 8) / 2 + 1));

    assertThat(MetadataJson.write(Metadata.of(fits))).hasSize(8 + (16 * 1024 - 8) / 2);
    assertThatThrownBy(() -> Metadata.of(tooLarge)).isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> Metadata.of(fits).merge(Map.of("l", 1)))
        .isInstanceOf(InvalidRequest.class);
  }
}
