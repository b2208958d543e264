package com.faultmaven.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class BodyRulesTest {

  private static final Operations OPERATIONS =
      OperationsReader.read(Contracts.packaged(), ContractConfiguration.registry());
  private static final RequestRules CREATE =
      Objects.requireNonNull(
          OPERATIONS.rulesOf(OPERATIONS.at("POST", "/api/test/things").operation()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                              | /name        | required           | name is required.
          {"name":null}                   | /name        | wrong_type         | name must not be null.
          {"name":7}                      | /name        | wrong_type         | name must be a string.
          {"name":""}                     | /name        | blank              | name must not be blank.
          {"name":" \\t"}               | /name        | blank              | name must not be blank.
          {"name":"12345678901"}          | /name        | too_long           | name must be at most 10 characters long.
          {"name":"a","note":7}           | /note        | wrong_type         | note must be a string.
          {"name":"a","colour":"Red"}     | /colour      | unknown_value      | colour must be one of red, green.
          {"name":"a","colour":7}         | /colour      | wrong_type         | colour must be a string.
          {"name":"a","count":0}          | /count       | too_small          | count must be at least 1.
          {"name":"a","count":1000001}    | /count       | too_large          | count must be at most 1,000,000.
          {"name":"a","count":1.5}        | /count       | wrong_type         | count must be a whole number.
          {"name":"a","size":2147483648}  | /size        | out_of_range       | size is a number too large to be counted with.
          {"name":"a","size":1e400}       | /size        | out_of_range       | size must be a number a double can hold, of at most 350 digits without an exponent.
          {"name":"a","due":"yesterday"}  | /due         | invalid_format     | due must be a time like 2026-03-14T09:26:53Z (RFC 3339; write + as %2B in a URL).
          {"name":"a","due":"2026-02-30T00:00:00Z"} | /due | invalid_format   | due must be a time like 2026-03-14T09:26:53Z (RFC 3339; write + as %2B in a URL).
          {"name":"a","ref":"1-1-1-1-1"}  | /ref         | invalid_format     | ref must be a UUID.
          {"name":"a","tags":["a","b","c","d"]} | /tags  | too_many           | tags must be at most 3 items long.
          {"name":"a","tags":["a","a"]}   | /tags        | not_allowed        | tags must not contain the same item twice.
          {"name":"a","tags":["a"," "]}   | /tags/1      | blank              | tags[1] must not be blank.
          {"name":"a","metadata":7}       | /metadata    | wrong_type         | metadata must be an object.
          {"name":"a","zz":1}             | /zz          | unknown_property   | zz is not a property this operation knows.
          {"name":"a","a/b~c":1}          | /a~1b~0c     | unknown_property   | a/b~c is not a property this operation knows.
          {"name":"a\\u0000"}           | /name        | invalid_characters | name must not contain U+0000 or unpaired surrogates.
          {"name":"\\ud800x"}           | /name        | invalid_characters | name must not contain U+0000 or unpaired surrogates.
          {"name":"a","metadata":{"x":{"\\udc00":1}}} | `/metadata/x/\uFFFD` | invalid_characters | `metadata.x.\uFFFD must not contain U+0000 or unpaired surrogates.`
          {"name":"a","metadata":{"n":1e-400}} | /metadata/n | out_of_range   | metadata.n must be a number a double can hold, of at most 350 digits without an exponent.
          []                              | ``           | wrong_type         | The body must be an object.
          """)
  void namesWhatIsWrong(String body, String pointer, String code, String detail) {
    assertThat(violations(body.replace("\\\\", "\\")))
        .extracting(Violation::pointer, Violation::code, Violation::detail)
        .containsExactly(tuple(pointer, code, detail));
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    assertThat(violations("{\"colour\":\"blue\",\"count\":0,\"zz\":1,\"note\":\"123456\"}"))
        .extracting(Violation::code)
        .containsExactlyInAnyOrder(
            "required", "unknown_value", "too_small", "unknown_property", "too_long");
  }

  @Test
  void acceptsNullAndExtremeButSoundValues() {
    assertThat(
            violations(
                """
                {"name":"😀😀😀😀😀😀😀😀😀😀","note":null,"colour":null,"metadata":null,
                 "due":"2026-03-14t09:26:53.123456789+02:00","count":1000000}
                """))
        .isEmpty();
  }

  @Test
  void measuresFreeFormJsonInBytes() {
    String fits = "{\"name\":\"a\",\"metadata\":{ \"k\": \"" + "é".repeat(46) + "\" }}";
    String tooLarge = "{\"name\":\"a\",\"metadata\":{ \"k\": \"" + "é".repeat(47) + "\" }}";
    assertThat(violations(fits)).isEmpty();
    assertThat(violations(tooLarge))
        .extracting(Violation::code, Violation::detail)
        .containsExactly(
            tuple("too_long", "metadata must be at most 100 bytes long as compact JSON."));
  }

  @Test
  void keepsTheListReadableForABodyThatIsWrongEverywhere() {
    String tags =
        IntStream.range(0, 10_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    String body = "{\"name\":\"a\",\"tags\":[" + tags + "]}";
    assertThat(violations(body)).hasSize(50);
  }

  @Test
  void doesNotRepeatEndlessNames() {
    String name = "x".repeat(20_000);
    Violation violation = violations("{\"name\":\"a\",\"" + name + "\":1}").getFirst();
    assertThat(violation.pointer()).hasSizeLessThanOrEqualTo(1024);
    assertThat(violation.detail()).hasSizeLessThan(150);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "1.5",
        "-1e-9",
        "0.1",
        "12345678901234567890",
        "6.02214076e23",
        "1.7976931348623157e308",
        "4.9e-324",
        "2.2250738585072014E-308",
        "1e+00000000000000000001"
      })
  void takesEveryNumberADoubleIsWrittenAs(String number) {
    assertThat(violations("{\"name\":\"a\",\"metadata\":" + "[" + number + "]}"))
        .extracting(Violation::code)
        .doesNotContain("out_of_range");
  }

  @ParameterizedTest
  @MethodSource
  void refusesANumberThatIsEndlessWhenWrittenOut(String number) {
    assertThat(violations("{\"name\":\"a\",\"metadata\":{\"n\":[0," + number + "]}}"))
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(tuple("/metadata/n/1", "out_of_range"));
  }

  static Stream<String> refusesANumberThatIsEndlessWhenWrittenOut() {
    return Stream.of(
        "1e309",
        "-1.8e308",
        "1e-324",
        "1." + "0".repeat(985) + "e-300",
        "1." + "1".repeat(350),
        "9".repeat(351),
        "9".repeat(500_000),
        "1e2147483647",
        "1e2147483648",
        "-1e-2147483648",
        "1E+99999999999999999999",
        "0e400",
        "1e" + "9".repeat(100_000));
  }

  @Test
  void measuresNumbersWrittenOut() {
    assertThat(violations("{\"name\":\"a\",\"metadata\":{\"n\":1e93}}")).isEmpty();
    assertThat(violations("{\"name\":\"a\",\"metadata\":{\"n\":1e94}}"))
        .extracting(Violation::code)
        .containsExactly("too_long");
  }

  @Test
  void refusesNamesOfMoreThanAThousandCharacters() {
    assertThat(violations("{\"name\":\"a\",\"metadata\":[{\"" + "n".repeat(1_001) + "\":1}]}"))
        .extracting(Violation::code)
        .contains("too_long");
    assertThat(violations("{\"name\":\"a\",\"" + "n".repeat(1_000) + "\":1}"))
        .extracting(Violation::code)
        .containsExactly("unknown_property");
  }

  @ParameterizedTest
  @MethodSource
  void refusesABodyOfManyPartsBeforeBuildingIt(String body) {
    assertThatThrownBy(() -> check(body))
        .isInstanceOf(MalformedBody.class)
        .hasMessageContaining("nested too deeply or has too many parts");
  }

  static Stream<String> refusesABodyOfManyPartsBeforeBuildingIt() {
    return Stream.of(
        "{\"metadata\":{\"a\":[" + "{},".repeat(340_000) + "{}]}}",
        "[" + "0,".repeat(20_000) + "0]",
        "[".repeat(101) + "]".repeat(101),
        "{\"a\":".repeat(200_000));
  }

  @Test
  void costsLittleHoweverManyFaultsThereAreBelowALongName() {
    String faults = "\"\\u0000\",1e999,".repeat(4_000);
    String body = "{\"" + "~/".repeat(400_000) + "\":[" + faults + "0]}";

    assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> assertThat(violations(body)).hasSize(50));
  }

  private static List<Violation> violations(String body) {
    InvalidRequest refusal = catchThrowableOfType(InvalidRequest.class, () -> check(body));
    return refusal == null ? List.of() : refusal.violations();
  }

  private static void check(String body) {
    Findings findings = new Findings();
    JsonNode json = StrictJson.read(body.getBytes(StandardCharsets.UTF_8), findings);
    CREATE.checkBody(MediaType.APPLICATION_JSON, json, findings);
    findings.refuseBody();
  }
}
