package com.faultmaven.casesv1;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class V1ErrorsTest {

  private static final String CASES = "/api/v1/cases";

  @LocalServerPort private int port;
  private Api api;
  private String path = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    path = CASES + "/" + api.post(CASES, "{\"title\":\"untouched\"}").is(201).text("/case_id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"title\":\"#201\"}               | string_too_long | [\"body\",\"title\"]",
        "{\"title\":7}                      | string_type     | [\"body\",\"title\"]",
        "{\"description\":\"#10001\"}       | string_too_long | [\"body\",\"description\"]",
        "{\"session_id\":[]}                | string_type     | [\"body\",\"session_id\"]",
        "{\"severity\":\"HIGH\"}            | enum            | [\"body\",\"severity\"]",
        "{\"severity\":null}                | enum            | [\"body\",\"severity\"]",
        "{\"category\":null}                | enum            | [\"body\",\"category\"]",
        "{\"category\":3}                   | enum            | [\"body\",\"category\"]",
        "{\"metadata\":null}                | dict_type       | [\"body\",\"metadata\"]",
        "{\"metadata\":[]}                  | dict_type       | [\"body\",\"metadata\"]",
        "{\"metadata\":{\"k\":\"#17000\"}}  | value_error     | [\"body\",\"metadata\"]",
        "{\"metadata\":{\"n\":1e999999}}    | value_error     | [\"body\",\"metadata\",\"n\"]",
        "{\"tags\":\"x\"}                   | list_type       | [\"body\",\"tags\"]",
        "{\"tags\":[\"ok\",7]}              | string_type     | [\"body\",\"tags\",1]",
        "{\"title\":\"a\\u0000b\"}          | value_error     | [\"body\",\"title\"]",
        "{\"title\":\"a\\ud800b\"}          | value_error     | [\"body\",\"title\"]",
        "[]                | model_attributes_type | [\"body\"]",
        "7                 | model_attributes_type | [\"body\"]",
        "{\"title\":       | json_invalid          | [\"body\"]",
        "{\"a\":1,\"a\":2} | json_invalid          | [\"body\"]",
      })
  void namesWhatIsWrongWithANewCase(String body, String type, String loc) {
    refused(api.post(CASES, expand(body.strip())), type, loc);
    assertThat(api.get(CASES).at("/total").asInt()).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"title\":\"   \"}         | value_error     | [\"body\",\"title\"]",
        "{\"title\":\"#201\"}        | string_too_long | [\"body\",\"title\"]",
        "{\"status\":\"consulting\"} | enum            | [\"body\",\"status\"]",
        "{\"severity\":\"urgent\"}   | enum            | [\"body\",\"severity\"]",
        "{\"metadata\":7}            | dict_type       | [\"body\",\"metadata\"]",
      })
  void namesWhatIsWrongWithAChange(String body, String type, String loc) {
    refused(api.put(path, expand(body.strip())), type, loc);
    assertThat(api.get(path).is(200).text("/title")).isEqualTo("untouched");
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    Answer answer = api.post(CASES, "{\"title\":7,\"severity\":\"x\",\"tags\":7}").is(422);

    assertThat(answer.at("/detail").findValuesAsString("type"))
        .containsExactly("string_type", "enum", "list_type");
    assertThat(answer.text("/detail/0/msg")).isEqualTo("Input should be a valid string");
    assertThat(answer.at("/detail/0/input").asInt()).isEqualTo(7);
    assertThat(answer.text("/detail/1/msg"))
        .isEqualTo("Input should be 'low', 'medium', 'high' or 'critical'");
  }

  @ParameterizedTest
  @CsvSource({
    "page=0, greater_than_equal, page",
    "page=-1, greater_than_equal, page",
    "page=abc, int_parsing, page",
    "page=1.5, int_parsing, page",
    "page=, int_parsing, page",
    "page=99999999999999999999999999, less_than_equal, page",
    "page_size=0, greater_than_equal, page_size",
    "page_size=101, less_than_equal, page_size",
    "status=consulting, enum, status",
  })
  void namesWhatIsWrongWithAQuery(String query, String type, String parameter) {
    refused(api.get(CASES + "?" + query), type, "[\"query\",\"" + parameter + "\"]");
  }

  @Test
  void namesAMissingStatus() {
    refused(api.post(path + "/status", "{}"), "missing", "[\"body\",\"status\"]");
    refused(api.post(path + "/status", "{\"status\":null}"), "enum", "[\"body\",\"status\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void namesAMissingBody(String body) {
    assertThat(api.send("POST", CASES, "application/json", body).is(422).at("/detail/0/loc/0"))
        .hasToString("\"body\"");
  }

  @Test
  void asksForIdentityInTheWordsOfV1() {
    assertThat(Api.on(port).get(CASES).is(401).body())
        .isEqualTo("{\"detail\":\"User ID header (X-User-ID) is required\"}");
    assertThat(Api.on(port).as("").get(path).is(401).body())
        .isEqualTo("{\"detail\":\"User ID header (X-User-ID) is required\"}");
    assertThat(Api.on(port).as("eve").as("ada").get(CASES).is(400).at("/detail").isString())
        .isTrue();
  }

  @Test
  void answersWhatIsNotThereInTheWordsOfV1() {
    assertThat(api.get(path + "/nothing").is(404).body()).isEqualTo("{\"detail\":\"Not Found\"}");
    assertThat(api.get("/api/v1/nothing").is(404, "ROUTE_NOT_FOUND").header("Sunset")).isEmpty();
    Answer refused = api.send("PATCH", path, "application/json", "{}").is(405);
    assertThat(refused.body()).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
    assertThat(refused.header("Allow")).contains("GET").contains("PUT").contains("DELETE");
    assertThat(api.get(CASES + "/case_nope").is(404).body())
        .isEqualTo("{\"detail\":\"Case case_nope not found\"}");
  }

  @Test
  void survivesWhatMadeTheOriginalFail() {
    api.post(CASES, "{\"metadata\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001)).is(422);
    assertThat(
            api.post(CASES, "{\"description\":\"" + "x".repeat(10 << 20) + "\"}")
                .is(413)
                .at("/detail")
                .isString())
        .isTrue();
    api.put(path, "{\"title\":\" \"}").is(422);
    api.get(path).is(200);
  }

  @Test
  void announcesTheEndOnEveryAnswer() {
    for (Answer answer :
        new Answer[] {
          api.get(path),
          api.get(CASES + "?page=0"),
          api.post(CASES, "{"),
          Api.on(port).get(path),
          api.get(path + "/nothing"),
          api.delete(path)
        }) {
      assertThat(answer.header("Deprecation")).as(answer.path()).matches("@\\d+");
      assertThat(answer.header("Sunset")).endsWith("GMT");
      assertThat(answer.header("Link"))
          .contains("rel=\"successor-version\"")
          .contains("rel=\"deprecation\"")
          .contains("rel=\"sunset\"");
    }
    assertThat(api.get(path).header("Link")).contains("<" + path.replace("v1", "v2") + ">");
    assertThat(api.get("/api/v2/cases").header("Deprecation")).isEmpty();
  }

  private static void refused(Answer answer, String type, String loc) {
    answer.is(422);
    assertThat(answer.text("/detail/0/type")).as(answer.body()).isEqualTo(type);
    assertThat(answer.at("/detail/0/loc").toString()).isEqualTo(loc);
    assertThat(answer.at("/detail/0/msg").isString()).isTrue();
    assertThat(answer.json().at("/detail/0").has("input")).isTrue();
  }

  private static String expand(String body) {
    return Pattern.compile("#(\\d+)")
        .matcher(body)
        .replaceAll(length -> "x".repeat(Integer.parseInt(length.group(1))));
  }
}
