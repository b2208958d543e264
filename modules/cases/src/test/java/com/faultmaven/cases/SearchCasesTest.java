package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.search.SearchQuery;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class SearchCasesTest {

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void openSomeCases() {
    api = Api.on(port).asSomebody();
    open("a", "Checkout timeout in Frankfurt", "the gateway answers 504", "[\"payments\"]");
    open("b", "Login fails", "a timeout, then a redirect to checkout", "[\"auth\"]");
    open("c", "Disk full", "postgres stopped writing", "[\"timeout\",\"storage\"]");
    open("d", "数据库 连接失败", "服务无法启动", "[\"数据\"]");
    open("e", "فشل تسجيل الدخول", "خطأ في الخادم", "[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "timeout                 | abc",
        "TIMEOUT                 | abc",
        "timeout checkout        | ab",
        "\"checkout timeout\"    | a",
        "\"timeout checkout\"    | none",
        "disk or login           | bc",
        "timeout -login          | ac",
        "timeout -\"disk full\"  | ab",
        "checko                  | ab",
        "frank                   | a",
        "\"frank\"               | none",
        "payments                | a",
        "504                     | a",
        "数据库                   | d",
        "数据                     | d",
        "الدخول                  | e",
        "nothing                 | none",
        "or                      | none",
        "-                       | none",
        "!!! ???                 | none",
        "' or 1=1 --             | none",
        "%                       | none",
        ".*                      | none",
        "a & b ! ( c             | none",
        "-checkout-timeout       | bcde",
        "--timeout               | abc",
        "timeout - disk          | c",
        "timeout -- -login       | ac",
        "tag:payments            | a",
        "-tag:payments timeout   | bc",
        "tag:\"payments\" 504    | a",
        "status:consulting disk  | c",
        "status:resolved disk    | none",
        "-status:resolved disk   | c",
        "severity:medium category:other -timeout | de",
        "status:nonsense         | none",
        "a_or_b or disk          | c",
        "disk\u00a0full           | c",
        "🔥                      | none",
      })
  void findsWhatOneTypesIntoASearchBox(String typed, String found) {
    Answer page = search(typed.strip(), "created_at");

    String expected = found.strip().equals("none") ? "" : found.strip();
    assertThat(names(page)).isEqualTo(expected);
    assertThat(page.at("/total").asInt()).isEqualTo(expected.length());
  }

  @Test
  void ranksTheTitleAboveTheTagsAboveTheDescription() {
    assertThat(names(search("timeout", "relevance"))).isEqualTo("acb");
  }

  @Test
  void walksByCursorInTheOrderOfRelevance() {
    Answer first = api.get("/api/v2/cases?q=timeout&sort=relevance&limit=1").is(200);
    Answer second = next(first);
    Answer third = next(second);

    assertThat(names(first) + names(second) + names(third)).isEqualTo("acb");
    assertThat(third.at("/next_cursor").isMissingNode()).isTrue();
    api.get("/api/v2/cases?q=disk&sort=relevance&cursor=" + first.text("/next_cursor"))
        .is(400, "INVALID_PARAMETER");
  }

  @Test
  void combinesWithEveryOtherFilter() {
    assertThat(names(api.get("/api/v2/cases?q=timeout&tag=storage").is(200))).isEqualTo("c");
    assertThat(names(api.get("/api/v2/cases?q=timeout&scope=shared").is(200))).isEmpty();
    assertThat(api.get("/api/v2/cases/facets?q=timeout").is(200).at("/total").asInt()).isEqualTo(3);
  }

  @Test
  void findsNothingOfOtherPeople() {
    Api stranger = Api.on(port).asSomebody();

    assertThat(stranger.get("/api/v2/cases?q=timeout").is(200).at("/total").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%20%20", "x%00y"})
  void refusesATextThatIsNone(String encoded) {
    api.get("/api/v2/cases?q=" + encoded).is(400, "INVALID_PARAMETER");
  }

  @Test
  void boundsTheText() {
    api.get("/api/v2/cases?q=" + "x".repeat(500)).is(200);
    assertThat(
            api.get("/api/v2/cases?q=" + "x".repeat(501)).is(400, "INVALID_PARAMETER").violations())
        .containsExactly("q:too_long");
    search("(\"-".repeat(160), "relevance");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---------------------------------",
        "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -",
        "-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(-(",
        "-|-&-!-|-&-!-|-&-!-|-&-!-|-&-!-|-&-!-|-&-!-|-&-!-|-&-!-|-&-!-|-&-!-|-&-!-x",
        "-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-\u2003-x",
        "|||",
        "((",
        ":*",
        "a & ! b",
        "the and or",
        "\"",
        "\\"
      })
  void takesAnyText(String typed) {
    for (String text : new String[] {typed, repeated(typed)}) {
      search(text, "created_at");
      search(text, "relevance");
      String q = URLEncoder.encode(text, StandardCharsets.UTF_8);
      api.get("/api/v2/cases/facets?q=" + q).is(200);
    }
  }

  /** As often as fits. */
  private static String repeated(String text) {
    return text.repeat(500 / text.length());
  }

  @Test
  void makesAQueryOfWhateverIsTyped() {
    Random random = new Random(20260314);
    List<String> pieces =
        List.of(
            "-",
            "-",
            " ",
            " ",
            "\"",
            "(",
            ")",
            "|",
            "&",
            "!",
            ":*",
            "<->",
            "<9>",
            "'",
            "\\",
            "or",
            "OR",
            "a",
            "b",
            "\u2003",
            "\u00A0",
            "\u1680",
            "🔥",
            "数",
            "é",
            "İ",
            ".",
            "/",
            "@",
            "_",
            "%",
            "https://a.b/c?d=e",
            "1e5",
            "-1",
            "\uFEFF",
            "\u200B");
    String[] texts =
        Stream.generate(
                () ->
                    random
                        .ints(1 + random.nextInt(120), 0, pieces.size())
                        .mapToObj(pieces::get)
                        .collect(Collectors.joining()))
            .limit(20_000)
            .map(typed -> SearchQuery.parse(typed, (name, value) -> value.length() > 3))
            .filter(SearchQuery::hasTerms)
            .map(query -> query.tsquery("somebody's"))
            .toArray(String[]::new);

    assertThat(
            JdbcClient.create(TestDatabase.dataSource())
                .sql(
                    """
                    select count(ts_rank(to_tsvector('simple', 'a b'), typed::tsquery))
                    from unnest(?::text[]) as typed
                    """)
                .param(texts)
                .query(Integer.class)
                .single())
        .isEqualTo(texts.length);
  }

  @Test
  void takes500Emoji() {
    search("🔥".repeat(500), "relevance");
    search("🔥 ".repeat(250), "relevance");
  }

  private Answer search(String typed, String sort) {
    String q = URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return api.get("/api/v2/cases?q=" + q + "&sort=" + sort).is(200);
  }

  private Answer next(Answer page) {
    return api.get(
            "/api/v2/cases?q=timeout&sort=relevance&limit=1&cursor=" + page.text("/next_cursor"))
        .is(200);
  }

  /** The session is used as a name that no search finds. */
  private void open(String name, String title, String description, String tags) {
    api.post(
            "/api/v2/cases",
            """
            {"session_id":"%s","title":"%s","description":"%s","tags":%s}
            """
                .formatted(name, title, description, tags))
        .is(201);
  }

  private static String names(Answer page) {
    return String.join("", page.at("/cases").findValuesAsString("session_id"));
  }
}
