package com.faultmaven.messaging.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class EventFeedTest {

  private static final String LATE =
      """
      insert into events.event_log (event_id, event_type, schema_version, aggregate_id,
        aggregate_version, occurred_at, correlation_id, payload)
      values (gen_random_uuid(), 'case.updated', '1.0.0', 'case_0000000001a7', 2, now(),
        'the-late-one', '{}')
      """;

  private static final String LARGE = "case_0000000001a8";

  @LocalServerPort private int port;
  private Api api;
  private Feed feed;

  @BeforeEach
  void readToTheEnd() {
    api = Api.on(port).asSomebody().with("X-Correlation-ID", "req-of-the-feed-test");
    feed = Feed.atTheEnd(Api.on(port).as("archivist").with("X-User-Roles", "service"));
  }

  @Test
  void givesTheEventsOfACaseInTheOrderTheyHappened() {
    Answer created =
        api.post("/api/v2/cases", "{\"title\":\"t\",\"initial_message\":\"m\"}").is(201);
    String path = created.header("Location");
    api.post(path + "/tags", "{\"tags\":[\"a\"]}").is(200);
    api.patch(path, "{\"severity\":\"high\",\"metadata\":{\"n\":1.50}}").is(200);
    api.post(path + "/status-changes", "{\"status\":\"investigating\"}").is(201);
    api.delete(path).is(204);

    Answer page = feed.settled().next("&limit=1000");

    assertThat(page.texts("/events", "event_type"))
        .containsExactly(
            "case.created",
            "case.message.added",
            "case.tags_changed",
            "case.updated",
            "case.status_changed",
            "case.deleted");
    assertThat(page.texts("/events", "aggregate_version"))
        .containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(page.texts("/events", "correlation_id")).containsOnly("req-of-the-feed-test");
    assertThat(page.text("/events/0/payload/case_id")).isEqualTo(created.text("/case_id"));
    assertThat(page.text("/events/0/schema_version")).isEqualTo("2.0.0");
    assertThat(page.text("/events/0/timestamp")).isEqualTo(created.text("/created_at"));
    assertThat(page.body()).contains("\"n\":1.50");
  }

  @Test
  void goesOnWhereItWas() {
    for (int n = 0; n < 5; n++) {
      api.post("/api/v2/cases", "{\"title\":\"%s\"}".formatted(n)).is(201);
    }

    List<String> first = feed.settled().next("&limit=2").texts("/events", "event_id");
    List<String> second = feed.next("&limit=2").texts("/events", "event_id");
    List<String> last = feed.next("&limit=2").texts("/events", "event_id");

    assertThat(first).hasSize(2).doesNotContainAnyElementsOf(second);
    assertThat(last).hasSize(1);
    assertThat(feed.next("").texts("/events", "event_id")).isEmpty();
  }

  @Test
  void passesNothingOverThatCommitsLate() throws SQLException {
    try (Connection late = TestDatabase.dataSource().getConnection();
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      statement.execute(LATE);
      api.post("/api/v2/cases", "{\"title\":\"earlier\"}").is(201);
      assertThat(feed.next("").texts("/events", "event_id")).isEmpty();
      late.commit();
    }

    assertThat(feed.settled().next("").texts("/events", "correlation_id"))
        .containsExactly("the-late-one", "req-of-the-feed-test");
  }

  @Test
  void keepsTheOrderOfACaseThatManyChangeAtOnce() {
    String path = api.post("/api/v2/cases", "{}").is(201).header("Location");
    Together.run(
        100,
        n ->
            switch (n % 3) {
              case 0 -> api.patch(path, "{\"title\":\"%s\"}".formatted(n)).is(200);
              case 1 -> api.post(path + "/messages", "{\"content\":\"m\"}").is(201);
              default ->
                  api.post(path + "/tags", "{\"tags\":[\"t%s\"]}".formatted(n % 50)).status();
            });

    List<Integer> versions =
        feed.settled().next("&limit=1000").texts("/events", "aggregate_version").stream()
            .map(Integer::valueOf)
            .toList();

    assertThat(versions).hasSizeGreaterThan(80).isSorted();
  }

  @Test
  void givesOnlyTheTypesAskedFor() {
    String path = api.post("/api/v2/cases", "{\"title\":\"t\"}").is(201).header("Location");
    api.patch(path, "{\"severity\":\"high\"}").is(200);
    api.delete(path).is(204);

    assertThat(
            feed.settled()
                .next("&type=case.deleted&type=case.created")
                .texts("/events", "event_type"))
        .containsExactly("case.created", "case.deleted");
    assertThat(feed.next("").texts("/events", "event_type")).isEmpty();
  }

  @Test
  void comesPastWhatIsNotWanted() {
    api.post("/api/v2/cases", "{\"title\":\"t\"}").is(201);

    assertThat(feed.settled().next("&type=no.such.type").texts("/events", "event_type")).isEmpty();
    assertThat(feed.next("").texts("/events", "event_type")).isEmpty();
  }

  @Test
  void endsAnAnswerThatHasEnoughBytes() {
    String large = "{\"changes\":{\"description\":\"%s\"}}".formatted("x".repeat(900_000));
    List<String> events =
        IntStream.range(0, 7)
            .mapToObj(_ -> LoggedRows.append(LARGE, "case.updated", "1.0.0", large).toString())
            .toList();

    List<String> first = feed.settled().next("&limit=1000").texts("/events", "event_id");
    List<String> second = feed.next("&limit=1000").texts("/events", "event_id");
    List<String> last = feed.next("&limit=1000&type=case.updated").texts("/events", "event_id");

    assertThat(first).isEqualTo(events.subList(0, 3));
    assertThat(second).isEqualTo(events.subList(3, 6));
    assertThat(last).isEqualTo(events.subList(6, 7));
    LoggedRows.remove(LARGE);
  }

  @Test
  void givesAnEventThatIsLargerThanAnAnswerAlone() {
    String giant = "{\"changes\":{\"description\":\"%s\"}}".formatted("x".repeat(3_000_000));
    UUID first = LoggedRows.append(LARGE, "case.updated", "1.0.0", giant);
    UUID second = LoggedRows.append(LARGE, "case.updated", "1.0.0", "{}");

    assertThat(feed.settled().next("").texts("/events", "event_id"))
        .containsExactly(first.toString());
    assertThat(feed.next("&type=case.updated").texts("/events", "event_id"))
        .containsExactly(second.toString());
    LoggedRows.remove(LARGE);
  }

  @Test
  void givesNumbersOfOldRowsThatAnybodyCanRead() {
    LoggedRows.append(
        LARGE,
        "case.updated",
        "1.0.0",
        "{\"changes\":{\"metadata\":{\"n\":%s}}}".formatted(LoggedRows.absurdNumber()));

    Answer page = feed.settled().next("");

    JsonNode read = new JsonMapper().readTree(page.body());
    assertThat(read.at("/events/0/payload/changes/metadata/n").isNumber()).isTrue();
    LoggedRows.remove(LARGE);
  }

  @Test
  void saysWhatAnEventIsAbout() {
    UUID event = LoggedRows.append(LARGE, "case.updated", "1.0.0", "{}");
    JdbcClient.create(TestDatabase.dataSource())
        .sql("update events.event_log set aggregate_type = 'report' where event_id = ?")
        .param(event)
        .update();

    assertThat(feed.settled().next("").texts("/events", "aggregate_type"))
        .containsExactly("report");
    LoggedRows.remove(LARGE);
  }

  @Test
  void waitsForTheNextEvent() throws Exception {
    CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> feed.next("&wait=20"));
    Answer created = api.post("/api/v2/cases", "{\"title\":\"t\"}").is(201);

    Answer page = waiting.get(10, SECONDS);

    assertThat(page.texts("/events", "aggregate_id")).containsExactly(created.text("/case_id"));
  }

  @Test
  void saysNothingWhenNothingHappened() {
    Answer page = feed.next("&wait=1");

    assertThat(page.texts("/events", "event_id")).isEmpty();
    assertThat(page.text("/next_cursor")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "supporter"})
  void isForAdministratorsAndServices(String role) {
    Api.on(port)
        .asSomebody()
        .with("X-User-Roles", role)
        .get("/api/v2/events")
        .is(403, "PERMISSION_DENIED");
    Api.on(port).asSomebody().with("X-User-Roles", "admin").get("/api/v2/events?limit=1").is(200);
    Api.on(port).get("/api/v2/events").is(401, "AUTHENTICATION_REQUIRED");
  }

  @ParameterizedTest
  @CsvSource({
    "after=nonsense, after",
    "after=, after",
    "wait=21, wait",
    "wait=-1, wait",
    "limit=0, limit",
    "limit=1001, limit",
    "type=CASE, type",
    "since=1, since"
  })
  void refusesWhatItCannotRead(String query, String parameter) {
    Answer refused = feed.ask("?" + query).is(400, "INVALID_PARAMETER");

    assertThat(refused.violations()).anyMatch(place -> place.startsWith(parameter));
  }
}
