package com.faultmaven.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.search.SearchQuery.Filter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "checkout timeout in        | (('checkout') & ('timeout') & ('in'))",
        "checkout time              | (('checkout') & ('time':*))",
        "ab                         | (('ab'))",
        "\"connection pool\"        | (('connection' <-> 'pool'))",
        "or a                       | (('or') & ('a'))",
        "java.lang.String.equals()  | (('java' <-> 'lang' <-> 'string' <-> 'equals'))",
        "10.0.12.7:54               | (('10' <-> '0' <-> '12' <-> '7' <-> '54'))",
        "nullpo*                    | (('nullpo':*))",
        "n*                         | (('n'))",
        "no\"quote                  | (('no' <-> 'quote':*))",
        "\"open                     | (('open':*))",
        "数据库                      | (('数据' <-> '据库'))",
        "数                          | (('数':*))",
        "O'Brien's                  | (('o' <-> 'brien' <-> 's'))",
        "Größe                      | (('grösse':*))",
        "tag:                       | (('tag'))",
        "--verbose x                | (('verbose') & ('x'))",
        "java \"-Xmx2g\" x          | (('java') & ('xmx2g') & ('x'))",
      })
  void readsWhatIsTyped(String typed, String tsquery) {
    assertThat(parse(typed.strip()).tsquery()).isEqualTo("(" + tsquery.strip() + ")");
  }

  @Test
  void takesEitherSideOfAnOr() {
    assertThat(parse("a b or c").tsquery()).isEqualTo("((('a') & ('b')) | (('c')))");
  }

  @Test
  void takesEveryWhiteSpaceAsOne() {
    assertThat(parse("a\tb\r\nc\u00a0d\u3000e ")).isEqualTo(parse("a b c d e "));
  }

  @Test
  void excludesWordsAndPhrases() {
    SearchQuery query = parse("timeout -login -\"disk full\" - x");

    assertThat(query.tsquery()).isEqualTo("((('timeout') & ('x')))");
    assertThat(query.excludedTsquery()).isEqualTo("(('login') | ('disk' <-> 'full'))");
  }

  @Test
  void readsFiltersOfTheirNames() {
    SearchQuery query = parse("tag:prod tag:\"two words\" -status:closed status:nonsense x");

    assertThat(query.filters())
        .containsExactly(
            new Filter("tag", "prod", false),
            new Filter("tag", "two words", false),
            new Filter("status", "closed", true));
    assertThat(query.tsquery()).isEqualTo("((('status' <-> 'nonsense') & ('x')))");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-", "---------", "|||", "((", "\"", ":*", "*", "& !", "🔥🔥", "\" \"", " "})
  void findsNothingWhereNoWordIs(String typed) {
    assertThat(parse(typed).isEmpty()).isTrue();
  }

  @Test
  void readsSoManyWordsAndNoMore() {
    assertThat(parse("w ".repeat(250)).alternatives()).containsExactly(parseTerms("w ".repeat(40)));
  }

  private static List<Term> parseTerms(String typed) {
    return parse(typed).alternatives().getFirst();
  }

  private static SearchQuery parse(String typed) {
    return SearchQuery.parse(typed, (name, value) -> !value.equals("nonsense"));
  }
}
