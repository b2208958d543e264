package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is wrong is named, nothing is stored, and nothing breaks. */
@ModuleTest
class BadMessageTest {

  @LocalServerPort private int port;
  private Api api;
  private String messages = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    messages = api.post("/api/v2/cases", "{}").is(201).header("Location") + "/messages";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}                                              | /content:required",
        "{\"content\":null}                              | /content:wrong_type",
        "{\"content\":\"\"}                              | /content:blank",
        "{\"content\":\" \\n\\t \"}                      | /content:blank",
        "{\"content\":\"\\u2003\\u3000\"}                | /content:blank",
        "{\"content\":\"#50001\"}                        | /content:too_long",
        "{\"content\":\"a\\u0000b\"}                     | /content:invalid_characters",
        "{\"content\":\"a\\ud800b\"}                     | /content:invalid_characters",
        "{\"content\":[\"x\"]}                           | /content:wrong_type",
        "{\"content\":\"x\",\"role\":\"agent\"}          | /role:unknown_value",
        "{\"content\":\"x\",\"role\":\"USER\"}           | /role:unknown_value",
        "{\"content\":\"x\",\"role\":\"\"}               | /role:unknown_value",
        "{\"content\":\"x\",\"role\":7}                  | /role:wrong_type",
        "{\"content\":\"x\",\"metadata\":[]}             | /metadata:wrong_type",
        "{\"content\":\"x\",\"metadata\":{\"k\":\"#17408\"}} | /metadata:too_long",
        "{\"content\":\"x\",\"metadata\":{\"k\":\"\\u0000\"}} | /metadata/k:invalid_characters",
        "{\"content\":\"x\",\"metadata\":{\"n\":1e400}}  | /metadata/n:out_of_range",
        "{\"content\":\"x\",\"author_id\":\"eve\"}       | /author_id:unknown_property",
        "{\"content\":\"x\",\"turn_number\":7}           | /turn_number:unknown_property",
        "[]                                              | :wrong_type",
      })
  void namesWhatIsWrongWithAMessage(String body, String violation) {
    Answer refused = api.post(messages, expand(body.strip()));

    refused.is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).containsExactly(violation.strip());
    assertThat(api.get(messages).at("/total").asInt()).isZero();
  }

  @Test
  void reportsEveryViolationAtOnce() {
    Answer refused =
        api.post(messages, "{\"content\":\" \",\"role\":\"agent\",\"metadata\":7,\"nope\":1}");

    refused.is(422, "VALIDATION_FAILED");
    assertThat(refused.violations())
        .containsExactlyInAnyOrder(
            "/content:blank",
            "/role:unknown_value",
            "/metadata:wrong_type",
            "/nope:unknown_property");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit:too_small",
    "limit=101, limit:too_large",
    "limit=abc, limit:wrong_type",
    "offset=-1, offset:too_small",
    "offset=2147483648, offset:too_large",
    "offset=0&cursor=AAAA, cursor:not_allowed",
    "cursor=AAAAAAAAAAAAAAAAAAAAAAAA, cursor:invalid_format",
    "role=user, role:unknown_parameter",
  })
  void namesWhatIsWrongWithAQuery(String query, String violation) {
    Answer refused = api.get(messages + "?" + query);

    refused.is(400, "INVALID_PARAMETER");
    assertThat(refused.violations()).containsExactly(violation);
  }

  private static String expand(String body) {
    return Pattern.compile("#(\\d+)")
        .matcher(body)
        .replaceAll(length -> "x".repeat(Integer.parseInt(length.group(1))));
  }
}
