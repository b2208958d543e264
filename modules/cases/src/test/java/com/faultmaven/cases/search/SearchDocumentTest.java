package com.faultmaven.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.search.SearchDocument.Field;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchDocumentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "NullPointerException    | exception:1D null:1D nullpointerexception:1C pointer:1D",
        "HTTPServer v2           | 2:2D http:1D httpserver:1C server:1D v2:2C",
        "/var/log/nginx.log      | log:2C,4C nginx:3C var:1C",
        "<init> a_b              | a:2C b:3C init:1C",
        "SHA256:ab12             | 12:2D 256:1D ab12:2C ab:2D sha256:1C sha:1D",
        "3f2504e0-4f89           | 3f2504e0:1C 4:2D 4f89:2C 89:2D",
        "Straße Café             | cafe:2C café:2C strasse:1C",
        "連接失败                  | 失败:3C 接失:2C 败:3D 連接:1C",
        "pod数据 x                | pod:1C x:3C 据:2D 数据:2C",
        "Ⅷ ﬁx ＡＢＣ               | abc:2C fix:1C",
      })
  void hasTheWordsAndTheirParts(String text, String lexemes) {
    assertThat(lexemesOf(text.strip()))
        .isEqualTo(new TreeSet<>(List.of(lexemes.strip().split(" "))));
  }

  @Test
  void knowsBothNormalFormsAsOne() {
    assertThat(lexemesOf(Normalizer.normalize("Größe Café", Normalizer.Form.NFD)))
        .isEqualTo(lexemesOf("Größe Café"));
  }

  @Test
  void keepsFieldsApartAndWeighsThem() {
    String document =
        SearchDocument.ownedBy("ada'\\").add(Field.TITLE, "one").add(Field.TAGS, "two").text();

    assertThat(document.split(" "))
        .containsExactlyInAnyOrder("'\u0001ada''\\\\'", "'one':1A", "'two':10B");
  }

  @Test
  void isBoundedWhateverTheText() {
    assertThat(lexemesOf("a_".repeat(5_000))).singleElement().asString().hasSizeLessThan(2_000);
    StringBuilder distinct = new StringBuilder();
    for (int i = 0; i < 16_000; i++) {
      distinct.append((char) (0x4e00 + i)).append(' ');
    }
    assertThat(lexemesOf(distinct.toString())).hasSize(7_999);
    assertThat(lexemesOf("x".repeat(50_000))).containsExactly("x".repeat(64) + ":1C");
    // a character of which eighteen are made
    assertThat(SearchDocument.ownedBy("").add(Field.TEXT, "\ufdfa".repeat(64)).text())
        .hasSizeLessThan(150);
  }

  private static TreeSet<String> lexemesOf(String text) {
    String document = SearchDocument.ownedBy("").add(Field.TEXT, text).text();
    TreeSet<String> lexemes = new TreeSet<>(Arrays.asList(document.replace("'", "").split(" ")));
    lexemes.remove("\u0001");
    return lexemes;
  }
}
