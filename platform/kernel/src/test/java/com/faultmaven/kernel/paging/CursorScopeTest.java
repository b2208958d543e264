package com.faultmaven.kernel.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CursorScopeTest {

  @Test
  void isTheSameTextInWhateverOrderValuesCome() {
    assertThat(CursorScope.of("things/a").withAll("colour", List.of("red", "blue", "red")))
        .hasToString("things/a colour 4:blue 3:red");
  }

  @Test
  void leavesOutWhatIsNotAskedFor() {
    assertThat(CursorScope.of("things/a").with("user", null).withAll("colour", List.of()))
        .hasToString("things/a");
  }

  @Test
  void tellsValuesFromEachOtherAndFromNames() {
    assertThat(CursorScope.of("a").withAll("x", List.of("1:b", "c")).toString())
        .isNotEqualTo(CursorScope.of("a").with("x", "1:b 1:c").toString());
    assertThat(CursorScope.of("a").with("x", "b y 1:c").toString())
        .isNotEqualTo(CursorScope.of("a").with("x", "b").with("y", "c").toString());
  }
}
