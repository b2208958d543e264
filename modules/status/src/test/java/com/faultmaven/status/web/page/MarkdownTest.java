package com.faultmaven.status.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a *b* **c** `d` | <p>a <em>b</em> <strong>c</strong> <code>d</code></p>",
        "# Big | <h4>Big</h4>",
        "#### Small | <h6>Small</h6>",
        "<b>x</b> | <p>&lt;b&gt;x&lt;/b&gt;</p>",
        "<script>x</script> | <p>&lt;script&gt;x&lt;/script&gt;</p>",
        "[a](https://b.example) | <p><a rel=\"nofollow noopener\" href=\"https://b.example\">a</a></p>",
        "https://b.example | <p><a rel=\"nofollow noopener\" href=\"https://b.example\">https://b.example</a></p>",
        "[a](javascript:alert(1)) | <p><a rel=\"nofollow noopener\" href=\"\">a</a></p>",
        "[a](data:text/html,x) | <p><a rel=\"nofollow noopener\" href=\"\">a</a></p>",
        "![a](https://b.example/c.png) | <p><a rel=\"nofollow noopener\" href=\"https://b.example/c.png\">a</a></p>",
        "[![a](https://b.example/c)](https://d.example) | <p><a rel=\"nofollow noopener\" href=\"https://d.example\">a</a></p>",
      })
  void becomesHarmlessHtml(String text, String html) {
    assertThat(Markdown.html(text).strip()).isEqualTo(html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {">", "- ", "*", "_", "[", "![", "`", "1. ", "***a ", "*a **b ", "<a>", "[a]("})
  void endsHoweverDeepItIs(String piece) {
    String text = piece.repeat(20_000 / piece.length());
    assertThat(Markdown.html(text)).isNotEmpty();
    assertThat(Markdown.html(text + "x" + new StringBuilder(text).reverse())).isNotEmpty();
  }

  @Test
  void isShownAsItIsWhereItHasTooManyMarks() {
    assertThat(Markdown.html("*<i>".repeat(1001))).startsWith("<pre>*&lt;i&gt;").endsWith("</pre>");
  }
}
