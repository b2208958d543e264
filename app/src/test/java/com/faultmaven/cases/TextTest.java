package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What white space, a control character and the same tag are, wherever text is taken. */
@IntegrationTest
class TextTest {

  private static final String CASES = "/api/v2/cases";

  @LocalServerPort private int port;
  private Api api;
  private String path = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    path = api.post(CASES, "{\"title\":\"untouched\"}").is(201).header("Location");
  }

  /** One of each: Unicode's, ECMAScript's, Python's. */
  @ParameterizedTest
  @ValueSource(ints = {0x09, 0x0A, 0x1C, 0x1F, 0x85, 0xA0, 0x2003, 0x2007, 0x2028, 0x3000, 0xFEFF})
  void isBlankWithNothingButWhiteSpace(int character) {
    String blank = "\\u" + HexFormat.of().toHexDigits(character, 4) + " ";

    refused(api.patch(path, "{\"title\":\"" + blank + "\"}"), "/title:blank");
    refused(api.post(CASES, "{\"tags\":[\"" + blank + "\"]}"), "/tags/0:blank");
    refused(api.post(CASES, "{\"initial_message\":\"" + blank + "\"}"), "/initial_message:blank");
    refused(api.post(path + "/tags", "{\"tags\":[\"x\",\"" + blank + "\"]}"), "/tags/1:blank");
    refused(api.put(path + "/tags", "{\"tags\":[\"" + blank + "\"]}"), "/tags/0:blank");
    refused(api.post("/api/v2/tags/x/rename", "{\"new_tag\":\"" + blank + "\"}"), "/new_tag:blank");
    refused(api.post(path + "/messages", "{\"content\":\"" + blank + "\"}"), "/content:blank");
    assertThat(api.post(CASES, "{\"title\":\"" + blank + "\"}").is(201).text("/title"))
        .startsWith("Case-");
    assertThat(api.post("/api/v1/cases", "{\"title\":\"" + blank + "\"}").is(201).text("/title"))
        .startsWith("Case-");
    api.put(path.replace("v2", "v1"), "{\"title\":\"" + blank + "\"}").is(422);
    if (!Character.isISOControl(character)) {
      for (String query : new String[] {"/cases?q=", "/cases/facets?q=", "/tags?prefix="}) {
        Answer answer = api.get("/api/v2" + query + encoded(Character.toString(character)));
        answer.is(400, "INVALID_PARAMETER");
        assertThat(answer.violations()).allMatch(violation -> violation.endsWith(":blank"));
      }
    }
  }

  @Test
  void isTrimmedOfAllWhiteSpace() {
    String around = "\\u00A0\\uFEFF\\u3000\\u001C\\n";

    Answer v2 = api.post(CASES, titledAndTagged(around)).is(201);
    assertThat(v2.text("/title")).isEqualTo("slow");
    assertThat(v2.at("/tags").toString()).isEqualTo("[\"db\"]");

    Answer v1 = api.post("/api/v1/cases", titledAndTagged(around)).is(201);
    assertThat(v1.text("/title")).isEqualTo("slow");
    assertThat(api.get(CASES + "/" + v1.text("/case_id")).at("/tags").toString())
        .isEqualTo("[\"db\"]");
    assertThat(api.get("/api/v2/tags?prefix=%C2%A0%E3%80%80d").at("/tags/0/case_count").asInt())
        .isEqualTo(2);
  }

  private static String titledAndTagged(String around) {
    return "{\"title\":\"%sslow%s\",\"tags\":[\"%sdb%s\"]}"
        .formatted(around, around, around, around);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "POST  |                 | {\"title\":\"a\\tb\"}                                  | /title",
        "POST  |                 | {\"title\":\"a\\u0085b\"}                             | /title",
        "POST  |                 | {\"tags\":[\"a\",\"a\\tb\"]}                           | /tags/1",
        "POST  |                 | {\"session_id\":\"a\\n\"}                              | /session_id",
        "PATCH | {case}          | {\"title\":\"a\\nb\"}                                  | /title",
        "PATCH | {case}          | {\"session_id\":\"\\u007f\"}                           | /session_id",
        "POST  | {case}/tags     | {\"tags\":[\"\\u001b[1m\"]}                            | /tags/0",
        "PUT   | {case}/tags     | {\"tags\":[\"a\\r\\nb\"]}                              | /tags/0",
        "POST  | {case}/status-changes | {\"status\":\"closed\",\"reason\":\"a\\nb\"}     | /reason",
        "POST  | /api/v2/tags/untouched/rename | {\"new_tag\":\"a\\tb\"}                  | /new_tag",
      })
  void hasNoControlCharactersInALine(String method, String where, String body, String place) {
    String there = where == null ? CASES : where.strip().replace("{case}", path);
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";

    refused(api.send(method, there, type, body.strip()), place.strip() + ":invalid_characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"title\":\"a\\tb\"}         | [\"body\",\"title\"]",
        "{\"session_id\":\"a\\n\"}     | [\"body\",\"session_id\"]",
        "{\"tags\":[\"a\",\"a\\tb\"]}  | [\"body\",\"tags\",1]",
      })
  void hasNoControlCharactersInALineOfV1(String body, String place) {
    Answer refused = api.post("/api/v1/cases", body.strip()).is(422);

    assertThat(refused.text("/detail/0/type")).isEqualTo("value_error");
    assertThat(refused.at("/detail/0/loc").toString()).isEqualTo(place.strip());
  }

  @Test
  void mayHaveSeveralLinesInDescriptionsAndMessages() {
    String lines = "\"one\\n\\ttwo \\u001b[1mbold\\u001b[0m\\n\"";

    Answer opened =
        api.post(CASES, "{\"description\":" + lines + ",\"initial_message\":" + lines + "}")
            .is(201);
    assertThat(opened.at("/description").toString()).isEqualToIgnoringCase(lines);
    api.post(path + "/messages", "{\"content\":" + lines + "}").is(201);
    api.post("/api/v1/cases", "{\"description\":" + lines + "}").is(201);
  }

  @Test
  void isRemovableFromWhereItWasTakenBefore() {
    Answer opened = api.post(CASES, "{\"tags\":[\"old\",\"older\"]}").is(201);
    String there = opened.header("Location");
    JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
    jdbc.sql(
            """
            update tags.case_tags set key = replace(key, 'ol', E'o\\tl'), name = replace(name, 'ol', E'o\\tl')
            where case_id = ?
            """)
        .param(opened.text("/case_id"))
        .update();

    assertThat(api.get(there + "/tags").is(200).texts("/tags", "")).hasSize(2);
    api.delete(there + "/tags/o%09ld").is(204);
    api.post("/api/v2/tags/O%09LDER/rename", "{\"new_tag\":\"newer\"}").is(200);
    assertThat(api.get(there + "/tags").at("/tags").toString()).isEqualTo("[\"newer\"]");
  }

  @Test
  void isOneTagInBothFormsOfUnicode() {
    String composed = "\u00C9t\u00E9";
    String decomposed = "e\u0301te\u0301";
    api.post(path + "/tags", "{\"tags\":[\"" + composed + "\",\"" + decomposed + "\"]}").is(200);
    api.post(CASES, "{\"tags\":[\"" + decomposed + "\"]}").is(201);

    assertThat(api.get(path + "/tags").at("/tags").toString()).isEqualTo("[\"" + composed + "\"]");
    for (String form : new String[] {composed, decomposed, decomposed.toUpperCase(Locale.ROOT)}) {
      assertThat(api.get(CASES + "?tag=" + encoded(form)).at("/cases")).hasSize(2);
      Answer tags = api.get("/api/v2/tags?prefix=" + encoded(form)).is(200);
      assertThat(tags.at("/tags")).hasSize(1);
      assertThat(tags.at("/tags/0/case_count").asInt()).isEqualTo(2);
    }
    assertThat(api.get(CASES + "/facets").at("/tag")).hasSize(1);
    api.delete(path + "/tags/" + encoded(decomposed)).is(204);
    assertThat(api.get(path + "/tags").at("/tags")).isEmpty();
  }

  @Test
  void isOneSessionInBothFormsOfUnicode() {
    api.post(CASES, "{\"session_id\":\"caf\u00E9\"}").is(201);
    api.post("/api/v1/cases", "{\"session_id\":\"cafe\u0301\"}").is(201);

    for (String form : new String[] {"caf%C3%A9", "cafe%CC%81"}) {
      assertThat(api.get(CASES + "?session_id=" + form).at("/cases")).hasSize(2);
      assertThat(api.get("/api/v1/cases/session/" + form).at("/total").asInt()).isEqualTo(2);
    }
    assertThat(api.get(CASES).texts("/cases", "session_id")).contains("caf\u00E9", "cafe\u0301");
  }

  private static void refused(Answer answer, String violation) {
    answer.is(422, "VALIDATION_FAILED");
    assertThat(answer.violations()).containsExactly(violation);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
