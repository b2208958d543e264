package com.faultmaven.edge.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.edge.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void leadsBackToItsPosition() {
    String cursor = Cursor.after("ada|newest", "2026-03-14T09:26:53Z case_0123456789ab");

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(Cursor.position("ada|newest", cursor))
        .isEqualTo("2026-03-14T09:26:53Z case_0123456789ab");
  }

  @Test
  void isOfNoUseWithAnotherList() {
    String cursor = Cursor.after("ada|newest", "7");

    assertThatThrownBy(() -> Cursor.position("bob|newest", cursor))
        .isInstanceOf(InvalidRequest.class);
  }

  @Test
  void isRefusedWhenAltered() {
    String cursor = Cursor.after("ada|newest", "7");
    char last = cursor.charAt(cursor.length() - 1);
    String altered = cursor.substring(0, cursor.length() - 2) + (last == 'A' ? "BA" : "AA");

    assertThatThrownBy(() -> Cursor.position("ada|newest", altered))
        .isInstanceOf(InvalidRequest.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "not base64!", "AAAAAAAAAAAAAAAA", "ÿÿÿÿ"})
  void isRefusedWhenForged(String forged) {
    assertThatThrownBy(() -> Cursor.position("ada|newest", forged))
        .isInstanceOf(InvalidRequest.class);
  }
}
