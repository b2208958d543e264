package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text as it stands on engineers' screens, in a case and in a message, and what they search for it
 * with: {@code search-table.txt}.
 */
@IntegrationTest
@TestInstance(Lifecycle.PER_CLASS)
class SearchTableTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Row> ROWS = rows();

  @LocalServerPort private int port;
  private Api api;

  /**
   * @param text the number of the text
   * @param found whether the query finds it
   */
  record Row(int text, String content, boolean found, String query) {}

  @BeforeAll
  void storeEachTextInACaseAndInAMessage() {
    api = Api.on(port).asSomebody();
    ROWS.stream()
        .map(row -> Map.entry(row.text(), row.content()))
        .distinct()
        .forEach(
            text -> {
              open(Map.of("session_id", "case-" + text.getKey(), "description", text.getValue()));
              open(
                  Map.of(
                      "session_id",
                      "message-" + text.getKey(),
                      "initial_message",
                      text.getValue()));
            });
  }

  static Stream<Row> table() {
    return ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("table")
  void findsWhatStandsThere(Row row) {
    String q = URLEncoder.encode(row.query(), StandardCharsets.UTF_8);
    Answer page = api.get("/api/v2/cases?limit=100&highlight=true&q=" + q).is(200);

    List<String> sessions = page.at("/cases").findValuesAsString("session_id");
    if (row.found()) {
      assertThat(sessions).contains("case-" + row.text(), "message-" + row.text());
    } else {
      assertThat(sessions).doesNotContain("case-" + row.text(), "message-" + row.text());
    }
    page.at("/matches")
        .forEach(match -> assertThat(match.at("/highlight/ranges").isEmpty()).isFalse());
  }

  private void open(Map<String, String> details) {
    api.post("/api/v2/cases", JSON.writeValueAsString(details)).is(201);
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    String text = "";
    for (String line : lines()) {
      if (line.startsWith("+ ") || line.startsWith("- ")) {
        rows.add(
            new Row(number, text, line.charAt(0) == '+', line.substring(2).replace('␤', '\n')));
      } else if (!line.startsWith("# ")) {
        number++;
        text = line.replace('␤', '\n');
      }
    }
    return rows;
  }

  private static List<String> lines() {
    try (InputStream table = SearchTableTest.class.getResourceAsStream("/search-table.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
