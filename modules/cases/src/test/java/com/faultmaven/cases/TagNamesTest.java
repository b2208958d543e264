package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagNamesTest {

  @Test
  void keepsTheFirstSpellingOfEachTagInOrder() {
    TagNames tags = new TagNames(List.of(" Postgres ", "k8s", "POSTGRES", "Ärger", "ärger", "🔥"));

    assertThat(tags.values()).containsExactly("Postgres", "k8s", "Ärger", "🔥");
    assertThat(tags.keys()).containsExactly("postgres", "k8s", "ärger", "🔥");
  }
}
