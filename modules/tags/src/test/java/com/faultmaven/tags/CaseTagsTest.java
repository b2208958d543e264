package com.faultmaven.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseTagsTest {

  @Test
  void keepTheFirstSpellingOfEachInOrder() {
    assertThat(tags("Postgres", "k8s", "POSTGRES", "🔥").names())
        .containsExactly("Postgres", "k8s", "🔥");
  }

  @Test
  void growBehindThoseThatAreThere() {
    CaseTags more = tags("b", "a").plus(list("c", "A", "d"));

    assertThat(more.names()).containsExactly("b", "a", "c", "d");
  }

  @Test
  void neverAreMoreThanFifty() {
    CaseTags full = new CaseTags(IntStream.range(0, 50).mapToObj(n -> new Tag("t" + n)).toList());

    assertThat(full.plus(list("T7", "t49"))).isEqualTo(full);
    assertThatThrownBy(() -> full.plus(list("t50", "t51")))
        .isInstanceOf(TooManyTags.class)
        .hasMessage("A case has at most 50 tags; this one would have 52.");
  }

  @Test
  void loseATagInAnySpelling() {
    assertThat(tags("a", "B", "c").without(new Tag("b")).names()).containsExactly("a", "c");
  }

  @Test
  void takeANewNameInPlace() {
    assertThat(renamed(tags("a", "Pg", "c"), "pg", "Postgres"))
        .containsExactly("a", "Postgres", "c");
    assertThat(renamed(tags("a", "pg"), "PG", "Pg")).containsExactly("a", "Pg");
    assertThat(renamed(tags("a"), "pg", "Postgres")).containsExactly("a");
    assertThat(renamed(tags("Postgres"), "pg", "postgres")).containsExactly("Postgres");
  }

  @Test
  void mergeWhereTheFirstOfTheTwoIs() {
    assertThat(renamed(tags("pg", "x", "POSTGRES", "y"), "pg", "postgres"))
        .containsExactly("postgres", "x", "y");
    assertThat(renamed(tags("POSTGRES", "x", "pg", "y"), "pg", "postgres"))
        .containsExactly("postgres", "x", "y");
  }

  @Test
  void tellWhatIsDifferent() {
    TagChange change = new TagChange(tags("a", "b", "c", "D"), tags("a", "c", "d", "e"));

    assertThat(change.isNone()).isFalse();
    assertThat(change.added()).containsExactly("d", "e");
    assertThat(change.removed()).containsExactly("b", "D");
    assertThat(change.goneKeys()).containsExactly("b");
    assertThat(change.newPlaces()).containsExactly(1, 2, 3);
  }

  @Test
  void areDifferentInAnotherOrder() {
    TagChange change = new TagChange(tags("a", "b", "c"), tags("b", "a", "c"));

    assertThat(change.isNone()).isFalse();
    assertThat(change.added()).isEmpty();
    assertThat(change.removed()).isEmpty();
    assertThat(change.newPlaces()).containsExactly(0, 1);
    assertThat(new TagChange(tags("a"), tags("a")).isNone()).isTrue();
  }

  private static List<String> renamed(CaseTags tags, String from, String to) {
    return tags.renamed(new Tag(from), new Tag(to)).names();
  }

  private static CaseTags tags(String... names) {
    return new CaseTags(list(names));
  }

  private static List<Tag> list(String... names) {
    return Stream.of(names).map(Tag::new).toList();
  }
}
