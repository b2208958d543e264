package com.faultmaven.web.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.faultmaven.kernel.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a=1&b=2 | {\"a\":\"1\",\"b\":\"2\"}",
        "a+b=c+d%2Be | {\"a b\":\"c d+e\"}",
        "a=b=c | {\"a\":\"b=c\"}",
        "caf%C3%A9=%F0%9F%90%9E | {\"café\":\"🐞\"}",
        "café=1 | {\"café\":\"1\"}",
        "a=%22%5C | {\"a\":\"\\\"\\\\\"}",
        "a=&b&&=&c=1 | {\"c\":\"1\"}",
        "a=&a=1 | {\"a\":\"1\"}",
        "~~ | {}",
      })
  void isAnObjectOfTexts(String form, String json) {
    assertThat(Form.read(form.getBytes(UTF_8)).toString()).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%z1", "%=1", "a=%ff", "%C3=1", "a=%ED%A0%80"})
  void isRefusedWhereItsEscapesMeanNothing(String form) {
    assertThatExceptionOfType(MalformedBody.class)
        .isThrownBy(() -> Form.read(form.getBytes(UTF_8)));
  }

  @Test
  void isRefusedInAnotherCharset() {
    assertThatExceptionOfType(MalformedBody.class)
        .isThrownBy(() -> Form.read("é=1".getBytes(ISO_8859_1)));
  }

  @Test
  void isRefusedWhereAFieldHasTwoValues() {
    assertThatExceptionOfType(InvalidRequest.class)
        .isThrownBy(() -> Form.read("a/b=1&a%2Fb=1".getBytes(UTF_8)))
        .satisfies(
            refused -> assertThat(refused.violations().getFirst().pointer()).isEqualTo("/a~1b"));
  }
}
