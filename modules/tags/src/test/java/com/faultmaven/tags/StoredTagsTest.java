package com.faultmaven.tags;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class StoredTagsTest {

  @LocalServerPort private int port;

  @Test
  void noticesACopyThatIsOutOfStep() {
    Answer opened =
        Api.on(port).as("out-of-step").post("/api/v2/cases", "{\"tags\":[\"a\"]}").is(201);
    StoredTags.equalTheCopiesOfTheCasesOf("out-of-step");

    StoredTags.leaveBehind(opened.text("/case_id"), "out-of-step", "b");

    assertThatThrownBy(() -> StoredTags.equalTheCopiesOfTheCasesOf("out-of-step"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("{a} {a} is not");
  }
}
