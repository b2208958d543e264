package com.faultmaven.messaging.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.Together;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@IntegrationTest
@TestPropertySource(
    properties = {
      "faultmaven.event-log.retention=0s",
      "faultmaven.event-log.batch=100",
      "faultmaven.event-log.archive-every=1h"
    })
class ArchivingTest {

  @LocalServerPort private int port;
  @Autowired private Archiving archiving;
  @Autowired private LogReader log;
  @Autowired private LogPositions positions;
  @Autowired private JdbcClient jdbc;
  private Api admin;
  private Feed feed;

  @BeforeEach
  void readToTheEnd() {
    admin = Api.on(port).as("archivist").with("X-User-Roles", "admin");
    feed = Feed.atTheEnd(admin);
  }

  @Test
  void movesWhatIsOldOnceHoweverManyDoIt() {
    List<String> cases = openCases();
    feed.settled();

    Together.run(
        4,
        n -> {
          archiving.archiveWhatIsOld();
          return n;
        });
    archiving.archiveWhatIsOld();

    assertThat(count("events.event_log", cases)).isZero();
    assertThat(count("events.event_log_archive", cases)).isEqualTo(cases.size());
    assertThat(admin.get("/api/v2/events").is(200).texts("/events", "event_id")).isEmpty();
  }

  @Test
  void tellsWhoComesTooLate() {
    String position = feed.cursor();
    openCases();
    feed.settled();
    archiving.archiveWhatIsOld();

    assertThat(feed.ask("?after=" + position).is(400, "INVALID_PARAMETER").violations())
        .containsExactly("after:out_of_range");
    assertThat(
            admin
                .post(
                    "/api/v2/admin/publisher/rewind", "{\"to_cursor\":\"%s\"}".formatted(position))
                .is(422, "VALIDATION_FAILED")
                .violations())
        .containsExactly("/to_cursor:out_of_range");
  }

  @Test
  void leavesWhatHappensAfterwards() {
    archiving.archiveWhatIsOld();
    Feed late = Feed.atTheEnd(admin);
    List<String> cases = openCases();

    assertThat(late.settled().next("").texts("/events", "aggregate_id")).isEqualTo(cases);
  }

  @Test
  void keepsWhatAConfiguredBrokerHasNotTaken() {
    LogPositions withBroker = new LogPositions(jdbc, Clock.systemUTC(), "localhost:9092");

    assertThat(withBroker.archivable()).isEqualTo(positions.published());
    assertThat(positions.archivable()).isEqualTo(LogPosition.END);
  }

  @Test
  void reportsWhatLiesAhead() {
    LogPosition end = positions.archived();
    openCases();
    feed.settled();

    assertThat(log.backlogAfter(end).events()).isGreaterThanOrEqualTo(20);
    assertThat(log.backlogAfter(end).oldest()).isNotNull();
    assertThat(log.backlogAfter(LogPosition.END)).isEqualTo(new Backlog(0, null));
  }

  private List<String> openCases() {
    Api somebody = Api.on(port).asSomebody();
    return IntStream.range(0, 20)
        .mapToObj(n -> somebody.post("/api/v2/cases", "{}").is(201).text("/case_id"))
        .toList();
  }

  private int count(String table, List<String> cases) {
    return jdbc.sql("select count(*) from " + table + " where aggregate_id = any (?)")
        .param(cases.toArray(String[]::new))
        .query(Integer.class)
        .single();
  }
}
