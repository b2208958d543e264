package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is wrong is named, nothing is stored, and nothing breaks. */
@ModuleTest
class BadInputTest {

  private static final String CASES = "/api/v2/cases";

  @LocalServerPort private int port;
  private Api api;
  private String path = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    path = api.post(CASES, "{\"title\":\"untouched\"}").is(201).header("Location");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"title\":\"#201\"}                         | /title:too_long",
        "{\"title\":5}                                | /title:wrong_type",
        "{\"description\":\"#10001\"}                 | /description:too_long",
        "{\"session_id\":\"#101\"}                    | /session_id:too_long",
        "{\"severity\":\"HIGH\"}                      | /severity:unknown_value",
        "{\"severity\":7}                             | /severity:wrong_type",
        "{\"category\":\"network\"}                   | /category:unknown_value",
        "{\"metadata\":[]}                            | /metadata:wrong_type",
        "{\"metadata\":{\"k\":\"#17408\"}}            | /metadata:too_long",
        "{\"tags\":\"prod\"}                          | /tags:wrong_type",
        "{\"tags\":[\"ok\",\"  \"]}                   | /tags/1:blank",
        "{\"tags\":[\"\"]}                            | /tags/0:blank",
        "{\"tags\":[\"\u2003\"]}                      | /tags/0:blank",
        "{\"tags\":[\"#51\"]}                         | /tags/0:too_long",
        "{\"tags\":[null]}                            | /tags/0:wrong_type",
        "{\"status\":\"closed\"}                      | /status:unknown_property",
        "{\"a/b~~c\":1}                               | /a~1b~0~0c:unknown_property",
        "{\"title\":\"a\\u0000b\"}                    | /title:invalid_characters",
        "{\"title\":\"a\\ud800b\"}                    | /title:invalid_characters",
        "{\"metadata\":{\"n\":1e400}}                 | /metadata/n:out_of_range",
        "[]                                           | :wrong_type",
        "null                                         | :wrong_type",
        "\"text\"                                     | :wrong_type",
      })
  void namesWhatIsWrongWithANewCase(String body, String violation) {
    Answer refused = api.post(CASES, expand(body.strip()));

    refused.is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).contains(violation.strip());
    assertThat(api.get(CASES).at("/total").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"title\":\"  \"}        | /title:blank",
        "{\"title\":null}          | /title:wrong_type",
        "{\"title\":\"#201\"}      | /title:too_long",
        "{\"severity\":null}       | /severity:wrong_type",
        "{\"category\":null}       | /category:wrong_type",
        "{\"tags\":[]}             | /tags:unknown_property",
        "{\"status\":\"closed\"}   | /status:unknown_property",
        "{\"user_id\":\"eve\"}     | /user_id:unknown_property",
        "{\"metadata\":7}          | /metadata:wrong_type",
      })
  void namesWhatIsWrongWithAPatch(String body, String violation) {
    Answer refused = api.patch(path, expand(body.strip()));

    refused.is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).contains(violation.strip());
    assertThat(api.get(path).text("/title")).isEqualTo("untouched");
    assertThat(api.get(path).at("/version").asInt()).isEqualTo(1);
  }

  @Test
  void reportsEveryViolationAtOnce() {
    Answer refused =
        api.post(CASES, "{\"title\":5,\"severity\":\"HIGH\",\"tags\":[\"\",7],\"nope\":1}");

    refused.is(422, "VALIDATION_FAILED");
    assertThat(refused.violations())
        .contains(
            "/title:wrong_type",
            "/severity:unknown_value",
            "/tags/0:blank",
            "/tags/1:wrong_type",
            "/nope:unknown_property");
  }

  @Test
  void refusesNulInTheNameOfAMember() {
    Answer refused = api.post(CASES, "{\"metadata\":{\"k\\u0000\":1}}");

    refused.is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).containsExactly("/metadata/k\0:invalid_characters");
  }

  @Test
  void boundsTheNumberOfTags() {
    String tags =
        IntStream.range(0, 51).mapToObj(n -> "\"t" + n + "\"").collect(Collectors.joining(","));

    Answer refused = api.post(CASES, "{\"tags\":[" + tags + "]}");

    refused.is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).containsExactly("/tags:too_many");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"archived\"}",
        "{\"status\":null}",
        "{}",
        "{\"status\":\"closed\",\"reason\":7}",
        "{\"status\":\"closed\",\"reason\":\"#501\"}",
        "{\"status\":\"closed\",\"by\":\"eve\"}"
      })
  void refusesAMoveThatBreaksTheContract(String body) {
    api.post(path + "/status-changes", expand(body)).is(422, "VALIDATION_FAILED");
    assertThat(api.get(path).text("/status")).isEqualTo("consulting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"cut o",
        "{\"title\":\"a\"} trailing",
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{title:1}",
        "{'title':'x'}",
        "{\"a\":NaN}",
        " ",
        "\u0000"
      })
  void refusesABodyThatIsNotOneJsonValue(String body) {
    api.post(CASES, body).is(400, "MALFORMED_BODY");
    assertThat(api.get(CASES).at("/total").asInt()).isEqualTo(1);
  }

  @Test
  void refusesAMissingBody() {
    api.send("POST", CASES, "application/json", "").is(400, "MALFORMED_BODY");
  }

  @Test
  void survivesNestingBeyondAllReason() {
    api.post(CASES, "{\"metadata\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001))
        .is(400, "MALFORMED_BODY");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit:too_small",
    "limit=101, limit:too_large",
    "limit=abc, limit:wrong_type",
    "limit=, limit:wrong_type",
    "limit=99999999999999999999, limit:too_large",
    "limit=1&limit=2, limit:too_many",
    "offset=-1, offset:too_small",
    "offset=2147483648, offset:too_large",
    "status=active, status:unknown_value",
    "severity=HIGH, severity:unknown_value",
    "sort=title, sort:unknown_value",
    "scope=mine, scope:unknown_value",
    "include_archived=maybe, include_archived:wrong_type",
    "created_after=yesterday, created_after:invalid_format",
    "created_after=2026-13-01T00:00:00Z, created_after:invalid_format",
    "session_id=a%00b, session_id:invalid_characters",
    "nope=1, nope:unknown_parameter",
    "Limit=1, Limit:unknown_parameter",
  })
  void namesWhatIsWrongWithAQuery(String query, String violation) {
    Answer refused = api.get(CASES + "?" + query);

    refused.is(400, "INVALID_PARAMETER");
    assertThat(refused.violations()).contains(violation);
  }

  @Test
  void reportsEveryWrongParameterAtOnce() {
    Answer refused = api.get(CASES + "?limit=0&offset=x&nope=1");

    refused.is(400, "INVALID_PARAMETER");
    assertThat(refused.violations())
        .containsExactlyInAnyOrder(
            "limit:too_small", "offset:wrong_type", "nope:unknown_parameter");
  }

  @Test
  void needsATextToSortByRelevance() {
    assertThat(api.get(CASES + "?sort=relevance").is(400, "INVALID_PARAMETER").violations())
        .containsExactly("sort:not_allowed");
  }

  @Test
  void refusesABodyOfTwoMebibytes() {
    String body = "{\"description\":\"" + "x".repeat(2 << 20) + "\"}";

    api.post(CASES, body).is(413, "BODY_TOO_LARGE");
    api.get(path).is(200);
  }

  @Test
  void takesOnlyTheMediaTypesOfTheContract() {
    api.send("POST", CASES, "text/plain", "{}").is(415, "UNSUPPORTED_MEDIA_TYPE");
    api.send("POST", CASES, null, "{}").is(415, "UNSUPPORTED_MEDIA_TYPE");
    Answer refused = api.send("PATCH", path, "application/json", "{}");
    refused.is(415, "UNSUPPORTED_MEDIA_TYPE");
    assertThat(refused.header("Accept-Patch")).isEqualTo("application/merge-patch+json");
    api.with("Accept", "text/html").get(path).is(406, "NOT_ACCEPTABLE");
    api.with("Accept", "application/json").delete(path).is(204);
  }

  @Test
  void answersWhatIsNotThereWithAProblem() {
    api.get("/api/v2/nothing").is(404, "ROUTE_NOT_FOUND");
    api.get("/api/v9/cases").is(404, "ROUTE_NOT_FOUND");
    api.get("/nothing").is(404, "ROUTE_NOT_FOUND");
    Answer refused = api.send("PUT", CASES, "application/json", "{}");
    refused.is(405, "METHOD_NOT_ALLOWED");
    assertThat(List.of(refused.header("Allow").split(", ?"))).contains("GET", "POST");
  }

  private static String expand(String body) {
    return Pattern.compile("#(\\d+)")
        .matcher(body)
        .replaceAll(length -> "x".repeat(Integer.parseInt(length.group(1))));
  }
}
