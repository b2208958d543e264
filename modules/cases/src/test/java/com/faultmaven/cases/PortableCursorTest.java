package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A cursor goes with what a filter means, not with how it was written or what read it. */
@ModuleTest
class PortableCursorTest {

  @LocalServerPort private int port;

  @Test
  void leadsOnHoweverTheSameFilterIsWritten() {
    Api api = Api.on(port).asSomebody();
    for (int i = 0; i < 3; i++) {
      api.post("/api/v2/cases", "{\"tags\":[\"a\",\"b\",\"É\"],\"severity\":\"high\"}").is(201);
    }
    List<String> filter =
        new ArrayList<>(
            List.of(
                "status=consulting",
                "status=resolved",
                "status=closed",
                "severity=high",
                "severity=low",
                "severity=critical",
                "category=other",
                "category=error",
                "category=security",
                "tag=a",
                "tag=B",
                "tag=%C3%A9"));
    String cursor = null;
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(filter, random);
      // how an e with an accent is written does not matter either
      String list =
          "/api/v2/cases?limit=1&"
              + String.join("&", filter).replace("%C3%A9", i % 2 == 0 ? "E%CC%81" : "%C3%A9");
      Answer first = api.get(list).is(200);
      cursor = cursor == null ? first.text("/next_cursor") : cursor;
      assertThat(first.text("/next_cursor")).isEqualTo(cursor);
      assertThat(api.get(list + "&cursor=" + cursor).is(200).at("/cases")).hasSize(1);
    }
  }

  @Test
  void doesNotLeadOnWithAnotherFilter() {
    Api api = Api.on(port).asSomebody();
    for (int i = 0; i < 2; i++) {
      api.post("/api/v2/cases", "{\"tags\":[\"a\",\"b\"]}").is(201);
    }
    String list = "/api/v2/cases?limit=1&tag=a&tag=b&cursor=";
    String cursor = api.get("/api/v2/cases?limit=1&tag=a").is(200).text("/next_cursor");

    Answer refused = api.get(list + cursor);

    refused.is(400, "INVALID_PARAMETER");
    assertThat(refused.violations()).containsExactly("cursor:invalid_format");
  }
}
