package com.faultmaven.messaging.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Without a broker only the position moves: here the test moves it forth. */
@IntegrationTest
class RewindTest {

  private static final String REWIND = "/api/v2/admin/publisher/rewind";

  @LocalServerPort private int port;
  @Autowired private LogPositions positions;
  @Autowired private LogReader log;
  @Autowired private JdbcClient jdbc;
  private Api admin;
  private Feed feed;
  private LogPosition before;
  private LogPosition published;

  @BeforeEach
  void publishEverything() {
    admin = Api.on(port).as("operator").with("X-User-Roles", "admin");
    feed = Feed.atTheEnd(admin);
    before = positions.published();
    openCase();
    published = log.after(before, new Batch(100_000, Long.MAX_VALUE)).getLast().position();
    positions.movePublished(before, published);
  }

  @AfterEach
  void putBack() {
    positions.movePublished(positions.published(), before);
  }

  @Test
  void setsThePublisherBackToAPosition() {
    String cursor = feed.cursor();

    Answer rewound = admin.post(REWIND, body("to_cursor", cursor)).is(202);

    assertThat(rewound.text("/cursor")).isEqualTo(cursor);
    assertThat(rewound.at("/pending_events").asInt()).isEqualTo(1);
    assertThat(positions.published()).isLessThan(published);
    feed.next("");
    assertThat(rewound.text("/previous_cursor")).isEqualTo(feed.cursor());
  }

  @Test
  void remembersWhoDidIt() {
    String request = "rewind-" + UUID.randomUUID();

    admin.with("X-Correlation-ID", request).post(REWIND, body("to_cursor", feed.cursor())).is(202);

    assertThat(
            jdbc.sql("select user_id from events.rewind_audit where correlation_id = ?")
                .param(request)
                .query(String.class)
                .list())
        .containsExactly("operator");
  }

  @Test
  void setsItBackToAMoment() {
    String moment = feed.next("").text("/events/0/timestamp");

    Answer rewound = admin.post(REWIND, body("to_time", moment)).is(202);

    assertThat(rewound.at("/pending_events").asInt()).isEqualTo(1);
  }

  @Test
  void neverSetsItForth() {
    openCase();
    String later = feed.next("").text("/events/1/timestamp");

    assertThat(admin.post(REWIND, body("to_cursor", feed.cursor())).is(422).violations())
        .containsExactly("/to_cursor:out_of_range");
    assertThat(admin.post(REWIND, body("to_time", later)).is(422).violations())
        .containsExactly("/to_time:out_of_range");
    assertThat(admin.post(REWIND, body("to_time", "2999-01-01T00:00:00Z")).is(422).violations())
        .containsExactly("/to_time:out_of_range");
    assertThat(positions.published()).isEqualTo(published);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | :too_few",
        "{\"to_time\":null,\"to_cursor\":null} | :too_few",
        "{\"to_time\":\"2026-01-01T00:00:00Z\",\"to_cursor\":\"x\"} | :too_many",
        "{\"to_cursor\":\"x\"} | /to_cursor:invalid_format",
        "{\"to_time\":\"yesterday\"} | /to_time:",
        "{\"to\":\"x\"} | /to:"
      })
  void refusesWhatDoesNotSayWhereTo(String json, String place) {
    assertThat(admin.post(REWIND, json).is(422, "VALIDATION_FAILED").violations())
        .anyMatch(violation -> violation.startsWith(place));
  }

  @Test
  void isForAdministrators() {
    Api service = Api.on(port).as("indexer").with("X-User-Roles", "service");

    service.post(REWIND, body("to_cursor", feed.cursor())).is(403, "PERMISSION_DENIED");
  }

  private void openCase() {
    Api.on(port).asSomebody().post("/api/v2/cases", "{}").is(201);
  }

  private static String body(String name, String value) {
    return "{\"%s\":\"%s\"}".formatted(name, value);
  }
}
