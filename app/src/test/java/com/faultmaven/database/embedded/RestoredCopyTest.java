package com.faultmaven.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.App;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A copy of the embedded database is the same cluster with the same transaction ids, only earlier:
 * who has read what came after it misses nothing that is written to what is restored from it, each
 * time it is.
 */
class RestoredCopyTest {

  private final Path directory;

  RestoredCopyTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void hidesNothingFromReadersThatHaveComeFurther() throws Exception {
    Path copy = directory.resolve("cases.backup");
    String cursor;
    try (ConfigurableApplicationContext service = service("original")) {
      open(service, "kept");
      Copies.backup(directory.resolve("original"), copy);
      open(service, "opened after the backup");
      cursor = readTo(service, null);
    }
    for (String restored : List.of("once", "twice")) {
      Copies.restore(copy, directory.resolve(restored));
      try (ConfigurableApplicationContext service = service(restored)) {
        String opened = open(service, "opened after the restore");

        assertThat(feed(service, cursor).texts("/events", "aggregate_id"))
            .as("restored " + restored)
            .containsExactly(opened);
        cursor = readTo(service, cursor);
      }
    }
  }

  private ConfigurableApplicationContext service(String data) {
    return SpringApplication.run(
        App.class,
        "--faultmaven.embedded-database.directory=" + directory.resolve(data),
        "--server.port=0");
  }

  private static Api api(ConfigurableApplicationContext service) {
    int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return Api.on(port).asSomebody().with("X-User-Roles", "service");
  }

  private static String open(ConfigurableApplicationContext service, String title) {
    String body = "{\"title\":\"" + title + "\"}";
    return api(service).post("/api/v2/cases", body).is(201).text("/case_id");
  }

  private static String readTo(ConfigurableApplicationContext service, @Nullable String after) {
    return feed(service, after).text("/next_cursor");
  }

  private static Answer feed(ConfigurableApplicationContext service, @Nullable String after) {
    String position = after == null ? "" : "&after=" + after;
    return api(service).get("/api/v2/events?type=case.created&wait=5" + position).is(200);
  }
}
