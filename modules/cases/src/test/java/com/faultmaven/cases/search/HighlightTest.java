package com.faultmaven.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "timeout       | A [timeout], then [Timeouts] again",
        "pointer       | java.lang.Null[Pointer]Exception",
        "nullpointer*  | java.lang.[NullPointerException]",
        "error.log     | see /var/log/nginx/[error.log] first",
        "cafe          | das [Café]",
        "数据库         | 我们的[数据库]连接",
        "a b           | [a]-[b] c",
        "\"a b\"       | [a-b] c",
      })
  void marksWhatMatches(String query, String marked) {
    String text = marked.strip().replaceAll("[\\[\\]]", "");

    assertThat(marked(text, query.strip())).isEqualTo(marked.strip());
  }

  @Test
  void showsThePlaceWhereMostTermsStandTogether() {
    String text = "pool " + "x ".repeat(300) + "the connection pool is empty " + "y ".repeat(300);

    String shown = marked(text, "connection pool");

    assertThat(shown).contains("the [connection] [pool] is empty").hasSizeLessThan(420);
  }

  @Test
  void isNoLongerThanBoundedAndCutsNoCharacterInTwo() {
    String text = "first" + "🔥".repeat(1_000) + "second";

    Highlight found = highlight(text, "\"first second\"");

    assertThat(found.fragment().length()).isBetween(390, 400);
    assertThat(found.fragment().codePoints().filter(Character::isBmpCodePoint).count())
        .isEqualTo(5);
    assertThat(found.ranges()).singleElement().isEqualTo(new Range(0, found.fragment().length()));
  }

  @Test
  void isNoneWhereNothingMatches() {
    assertThat(Highlight.of("nothing here", query("timeout "))).isEmpty();
  }

  private static String marked(String text, String query) {
    Highlight found = highlight(text, query);
    StringBuilder marked = new StringBuilder(found.fragment());
    found
        .ranges()
        .reversed()
        .forEach(range -> marked.insert(range.end(), ']').insert(range.start(), '['));
    return marked.toString();
  }

  private static Highlight highlight(String text, String query) {
    return Highlight.of(text, query(query)).orElseThrow();
  }

  private static SearchQuery query(String typed) {
    return SearchQuery.parse(typed, (name, value) -> false);
  }
}
