package com.faultmaven.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Forgery;
import com.faultmaven.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A cursor is not signed. One that was made by hand leads somewhere or is the caller's fault,
 * whatever it says.
 */
@IntegrationTest
class ForgedCursorsTest {

  private static final String UUID_OF_SOMETHING = "5d0a7c52-41b9-4a6e-8f0b-93a1d2c7e604";

  /** Parts that belong nowhere, or not where they will stand. */
  private static final List<String> PARTS =
      List.of(
          "",
          " ",
          "x",
          "1.5",
          "+1",
          "-1",
          "7",
          "1e3",
          "٣",
          "NaN",
          "Infinity",
          "1e-400",
          "0x1p3",
          "2147483648",
          "9223372036854775807",
          "-9223372036854775808",
          "99999999999999999999",
          "9".repeat(400),
          "+999999-01-01T00:00:00Z",
          "case_0123456789AB",
          UUID_OF_SOMETHING,
          "1-1-1-1-1",
          "\0",
          "a\0b",
          "\uFFFD",
          "x".repeat(700));

  @LocalServerPort private int port;
  private String user = "";
  private String caseId = "";
  private Api api;

  @BeforeEach
  void openACase() {
    user = "user-" + UUID.randomUUID();
    api = Api.on(port).as(user).with("X-User-Roles", "[\"admin\"]");
    caseId = api.post("/api/v2/cases", "{\"tags\":[\"a\"]}").is(201).text("/case_id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /cases?                                | cases/a user {user} organization 7:default scope 3:all archived 8:left out sort 11:-created_at
          /cases?sort=relevance&q=a&             | cases/a user {user} organization 7:default scope 3:all q 1:a in 3:all archived 8:left out sort 9:relevance
          /users/{id}/cases?                     | cases of a user/a user {user} organization 7:default owner {user} scope 3:all archived 8:left out sort 11:-created_at
          /cases/{case}/messages?                | messages/a user {user} case 17:{case}
          /cases/{case}/status-changes?          | status changes/a user {user} case 17:{case}
          /tags?                                 | tags/a user {user} organization 7:default
          /tags?prefix=É&                        | tags/a user {user} organization 7:default prefix 1:é
          /admin/dead-letters?                   | dead letters/a user {user} state 6:parked
          """)
  void isRefusedByName(String path, String list) {
    String begin = "/api/v2" + named(path).replace("É", "%C3%89") + "cursor=";
    List<String> taken = new ArrayList<>();
    for (String place : (Iterable<String>) places()::iterator) {
      Answer answer = api.get(begin + Forgery.of(named(list), place));
      if (answer.status() == 200) {
        taken.add(place);
      } else {
        answer.is(400, "INVALID_PARAMETER");
        assertThat(answer.violations()).containsExactly("cursor:invalid_format");
      }
    }
    // which shows that what was refused was not refused for its checksum
    assertThat(taken).isNotEmpty();
    assertThat(taken).noneMatch(place -> place.contains("\0"));
  }

  @Test
  void isRefusedAsAPositionOfTheFeed() {
    for (String place :
        List.of("", "1", "1:", "1:x", "x:1", "1:1:1", "-1:1", "1:99999999999999999999", "1:1\0")) {
      Answer refused = api.get("/api/v2/events?after=" + Forgery.of("events", place));
      refused.is(400, "INVALID_PARAMETER");
      assertThat(refused.violations()).containsExactly("after:invalid_format");

      Answer rewound =
          api.post(
              "/api/v2/admin/publisher/rewind",
              "{\"to_cursor\":\"" + Forgery.of("events", place) + "\"}");
      rewound.is(422, "VALIDATION_FAILED");
      assertThat(rewound.violations()).containsExactly("/to_cursor:invalid_format");
    }
    api.get("/api/v2/events?after=" + Forgery.of("events", "1:" + Long.MAX_VALUE));
  }

  /** Consumers keep it for as long as they like. */
  @Test
  void isOfOneFormForeverAsAPositionOfTheFeed() {
    String position = api.get("/api/v2/events?limit=1").is(200).text("/next_cursor");
    byte[] token = Base64.getUrlDecoder().decode(position);
    String place = new String(token, 12, token.length - 12, UTF_8);

    assertThat(place).matches("[0-9]+:[0-9]+");
    assertThat(Forgery.of("events", place)).isEqualTo(position);
  }

  /** Each part alone, and before what may well come second. */
  private static Stream<String> places() {
    return PARTS.stream()
        .flatMap(
            part ->
                Stream.of(
                    part,
                    part + ":case_0123456789ab",
                    part + ":case_0123456789ab:",
                    part + ":case_0123456789ab\0",
                    part + ":" + UUID_OF_SOMETHING,
                    part + ":1-1-1-1-1",
                    part + ":7",
                    part + ":a\0b"));
  }

  private String named(String text) {
    return text.replace("{user}", user.length() + ":" + user)
        .replace("{id}", user)
        .replace("{case}", caseId);
  }
}
