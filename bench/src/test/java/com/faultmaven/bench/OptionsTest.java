package com.faultmaven.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void measuresEverythingUnlessOperationsAreNamed() {
    assertThat(Options.of(List.of()).includes("getCase")).isTrue();

    Options options = Options.of(List.of("--only", "getCase,search"));
    assertThat(options.includes("search")).isTrue();
    assertThat(options.includes("createCase")).isFalse();
  }

  @Test
  void whatIsGivenCountsMoreThanQuick() {
    assertThat(Options.of(List.of("--rounds", "5", "--quick")).rounds()).isEqualTo(5);
    assertThat(Options.of(List.of("--quick", "--rounds", "5")).rounds()).isEqualTo(5);
    assertThat(Options.of(List.of("--quick")).connections()).containsExactly(16);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Options.of(List.of("--case", "10")))
        .hasMessageContaining("Not understood: --case");
    assertThatThrownBy(() -> Options.of(List.of("--cases")))
        .hasMessageContaining("Not understood: --cases");
  }
}
