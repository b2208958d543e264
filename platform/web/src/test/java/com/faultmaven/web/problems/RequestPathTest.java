package com.faultmaven.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What a problem shows of a path is a valid URI reference, however the path was sent. */
class RequestPathTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v2/cases/case_3f9a1c0b7d2e, /api/v2/cases/case_3f9a1c0b7d2e",
    "/api/v2/tags/caf%C3%A9, /api/v2/tags/caf%C3%A9",
    "/api/v2/tags/café, /api/v2/tags/caf%C3%A9",
    "/api/v2/tags/😀, /api/v2/tags/%F0%9F%98%80",
    "/api/v2/tags/a b, /api/v2/tags/a%20b",
    "/api/v2/tags/100%, /api/v2/tags/100%25",
    "/api/v2/tags/%zz, /api/v2/tags/%25zz",
    "api, /",
  })
  void escapesWhatIsNotLegal(String sent, String shown) {
    assertThat(shown(sent)).isEqualTo(shown);
  }

  @Test
  void cutsALongPathBetweenEscapes() {
    assertThat(shown("/a/" + "%29".repeat(400))).isEqualTo("/a/" + "%29".repeat(165));
  }

  private static String shown(String path) {
    return RequestPath.of(new MockHttpServletRequest("GET", path));
  }
}
