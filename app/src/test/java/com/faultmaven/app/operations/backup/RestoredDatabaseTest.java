package com.faultmaven.app.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.App;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.OnTestDatabase;
import com.faultmaven.testing.TestBroker;
import com.faultmaven.testing.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A backup is restored into a new cluster, whose transaction ids are far below those of the old
 * one; feed and publisher go on, and nobody has to tell them.
 */
class RestoredDatabaseTest {

  /** As many transactions as the old cluster is ahead. */
  private static final int AHEAD = 20_000;

  @Test
  void goesOnWithFeedAndPublisherWhereTheBackupEnds(@TempDir Path directory) throws Exception {
    Path dump = directory.resolve("cases.dump");
    String before;
    String lost;
    List<String> backedUp;
    try (InstalledPostgres old = InstalledPostgres.start()) {
      old.jdbc().sql(burn()).update();
      try (ConfigurableApplicationContext service = service(old)) {
        Api api = api(service);
        String first = open(api, "first");
        before = cursorAtTheEnd(api, null);
        backedUp = List.of(first, open(api, "second"), open(api, "third"));
        assertThat(Backup.write(dump, old.setting())).isTrue();
        open(api, "opened after the backup");
        lost = cursorAtTheEnd(api, null);
      }
    }

    try (InstalledPostgres fresh = InstalledPostgres.start();
        TestBroker broker = new TestBroker()) {
      assertThat(Backup.restore(dump, fresh.setting())).isTrue();
      broker.start();
      try (ConfigurableApplicationContext service =
          service(fresh, "--KAFKA_BOOTSTRAP_SERVERS=" + broker.address())) {
        Api api = api(service);
        String published = open(api, "opened after the restore");

        assertThat(casesAfter(api, null)).containsExactlyElementsOf(plus(backedUp, published));
        assertThat(casesAfter(api, before))
            .as("a reader of before goes on")
            .containsExactlyElementsOf(plus(backedUp.subList(1, 3), published));
        assertThat(casesAfter(api, lost))
            .as("one that has read what the backup lacks misses nothing new")
            .containsExactly(published);
        try (TopicReader topic = new TopicReader(broker.address(), "case.created.v2")) {
          assertThat(topic.read(4, Duration.ofSeconds(40), _ -> true))
              .extracting(record -> record.key())
              .containsExactlyInAnyOrderElementsOf(plus(backedUp, published));
        }
      }
      // starting again is no restore
      long base = base(fresh);
      service(fresh).close();
      assertThat(base(fresh)).isEqualTo(base).isPositive();
    }
  }

  private static String burn() {
    return "do $$ begin for i in 1.."
        + AHEAD
        + " loop perform pg_current_xact_id(); commit; end loop; end $$";
  }

  private static long base(InstalledPostgres database) {
    return database.jdbc().sql("select base from events.log_base").query(Long.class).single();
  }

  private static ConfigurableApplicationContext service(
      InstalledPostgres database, String... settings) {
    return SpringApplication.run(
        App.class,
        Stream.concat(
                Stream.of(database.setting(), "--server.port=0", "--" + OnTestDatabase.SECRET),
                Stream.of(settings))
            .toArray(String[]::new));
  }

  private static Api api(ConfigurableApplicationContext service) {
    int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return Api.on(port).asSomebody().with("X-User-Roles", "service");
  }

  private static String open(Api api, String title) {
    return api.post("/api/v2/cases", "{\"title\":\"" + title + "\"}").is(201).text("/case_id");
  }

  private static String cursorAtTheEnd(Api api, @Nullable String after) {
    return api.get(feed(after)).is(200).text("/next_cursor");
  }

  private static List<String> casesAfter(Api api, @Nullable String after) {
    return api.get(feed(after)).is(200).texts("/events", "aggregate_id");
  }

  private static String feed(@Nullable String after) {
    return "/api/v2/events?type=case.created&wait=1" + (after == null ? "" : "&after=" + after);
  }

  private static List<String> plus(List<String> some, String one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }
}
