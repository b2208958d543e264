package com.faultmaven.web.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Violation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

class ParameterRulesTest {

  private static final Operations OPERATIONS =
      OperationsReader.read(Contracts.packaged(), ContractConfiguration.registry());
  private static final RequestRules LIST =
      Objects.requireNonNull(
          OPERATIONS.rulesOf(OPERATIONS.at("HEAD", "/api/test/things").operation()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          limit=abc             | limit  | wrong_type        | limit must be a whole number.
          limit=                | limit  | wrong_type        | limit must be a whole number.
          limit=1e2             | limit  | wrong_type        | limit must be a whole number.
          limit=%2B5            | limit  | wrong_type        | limit must be a whole number.
          limit=007             | limit  | wrong_type        | limit must be a whole number.
          limit=1.0             | limit  | wrong_type        | limit must be a whole number.
          limit=0               | limit  | too_small         | limit must be at least 1.
          limit=101             | limit  | too_large         | limit must be at most 100.
          limit=99999999999999  | limit  | too_large         | limit must be at most 100.
          limit=1&limit=2       | limit  | too_many          | limit must be given once only.
          offset=2147483648     | offset | out_of_range      | offset is a number too large to be counted with.
          archived=yes          | archived | wrong_type      | archived must be true or false.
          after=2026            | after  | invalid_format    | after must be a time like 2026-03-14T09:26:53Z (RFC 3339; write + as %2B in a URL).
          after=2026-03-14T09:26:53 02:00 | after | invalid_format | after must be a time like 2026-03-14T09:26:53Z (RFC 3339; write + as %2B in a URL).
          q=                    | q      | too_short         | q must not be empty.
          q=a%00b               | q      | invalid_characters | q must not contain control characters.
          q=a%0Ab               | q      | invalid_characters | q must not contain control characters.
          colour=RED            | colour | unknown_value     | colour must be one of red, green.
          tag=a&tag=            | tag    | blank             | tag[1] must not be blank.
          tag=a&tag=b&tag=c&tag=d | tag  | too_many          | tag must be at most 3 items long.
          sort=x                | sort   | unknown_parameter | sort is not a parameter of this operation.
          Limit=1               | Limit  | unknown_parameter | Limit is not a parameter of this operation.
          """)
  void namesWhatIsWrong(String query, String parameter, String code, String detail) {
    assertThat(violations(query))
        .extracting(Violation::parameter, Violation::code, Violation::detail)
        .containsExactly(tuple(parameter, code, detail));
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    assertThat(violations("limit=0&colour=blue&x=1&y=2"))
        .extracting(Violation::parameter)
        .containsExactlyInAnyOrder("limit", "colour", "x", "y");
  }

  @Test
  void acceptsWhatTheContractOffers() {
    assertThat(violations("limit=100&offset=0&archived=true&colour=red&tag=a,b&tag=c&q=x y"))
        .isEmpty();
    assertThat(violations("after=2026-03-14T09:26:53.123456%2B02:00")).isEmpty();
  }

  @Test
  void checksHeadersTheContractDeclares() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/test/things");
    request.addHeader("X-Page-Token", "NOT LOWER");
    assertThat(violations(request))
        .extracting(Violation::parameter)
        .containsExactly("X-Page-Token");
  }

  private static List<Violation> violations(String query) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/test/things");
    UriComponentsBuilder.fromUriString("?" + query)
        .build()
        .getQueryParams()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        request.addParameter(
                            name,
                            value == null
                                ? ""
                                : org.springframework.web.util.UriUtils.decode(value, "UTF-8"))));
    return violations(request);
  }

  private static List<Violation> violations(MockHttpServletRequest request) {
    InvalidRequest refusal =
        catchThrowableOfType(InvalidRequest.class, () -> LIST.checkParameters(request));
    return refusal == null ? List.of() : refusal.violations();
  }
}
