package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process while it sends letters; the next one goes on, and sends none twice. */
class KilledLettersTest {

  private static final int ROUNDS = Integer.getInteger("reliability.rounds", 5);
  private static final int LETTERS = 60;

  private final Random dice = new Random(17);

  /** A file is there or not: what was interrupted is settled exactly. */
  @Test
  void writesEachFileOnce(@TempDir Path outbox) throws Exception {
    try (Database database = new Database()) {
      Letters letters = database.letters();
      int interrupted = 0;
      int files = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Instance instance = start(database, "faultmaven.mail.outbox=" + outbox);
        send(instance.api(), "o" + round);
        int most = 1 + dice.nextInt(LETTERS - 20);
        int before = files;
        await()
            .pollInterval(Duration.ofMillis(1))
            .atMost(Duration.ofMinutes(1))
            .until(() -> times(outbox).size() >= before + most);
        instance.kill();
        interrupted += letters.sending();
        Map<String, FileTime> there = times(outbox);

        Instance next = start(database, "faultmaven.mail.outbox=" + outbox);
        awaitAll(letters);
        next.kill();
        Map<String, FileTime> all = times(outbox);
        assertThat(all).as("nothing is written again").containsAllEntriesOf(there);
        assertThat(all.keySet())
            .containsExactlyInAnyOrderElementsOf(
                letters.keys().stream().map(key -> key + ".eml").toList());
        files = all.size();
      }
      assertThat(letters.states()).containsOnlyKeys("sent");
      report("outbox", interrupted, letters.states(), files, 0);
    }
  }

  /** Only the server knows: what was interrupted is held, and never sent again by itself. */
  @Test
  void sendsNothingTwice() throws Exception {
    try (Database database = new Database();
        MailServer server = new MailServer()) {
      Letters letters = database.letters();
      String[] settings = {
        "spring.mail.host=127.0.0.1",
        "spring.mail.port=" + server.port(),
        "faultmaven.mail.tls=optional"
      };
      int interrupted = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Instance instance = start(database, settings);
        send(instance.api(), "s" + round);
        int before = server.taken().size();
        int most = 1 + dice.nextInt(LETTERS / 2);
        await()
            .pollInterval(Duration.ofMillis(1))
            .atMost(Duration.ofMinutes(1))
            .until(() -> server.taken().size() >= before + most);
        instance.kill();
        interrupted += letters.sending();

        Instance next = start(database, settings);
        awaitAll(letters);
        next.kill();
      }
      assertThat(server.taken().values()).as("none comes twice").containsOnly(1);
      assertThat(letters.states().getOrDefault("unconfirmed", 0)).isEqualTo(interrupted);
      assertThat(letters.states().keySet()).isSubsetOf("sent", "unconfirmed");
      assertThat(letters.states().values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(ROUNDS * LETTERS);
      report("smtp", interrupted, letters.states(), server.taken().size(), 0);
    }
  }

  private static Instance start(Database database, String... settings) {
    String[] all =
        Stream.concat(
                Stream.of(
                    "faultmaven.tasks.heartbeat=500ms",
                    "faultmaven.tasks.look=500ms",
                    "faultmaven.escalations.letters-an-hour=1000000",
                    "faultmaven.escalations.letters-a-day=1000000"),
                Stream.of(settings))
            .toArray(String[]::new);
    return database.newInstance(5, all).awaitReady();
  }

  /** Three letters to twenty people each. */
  private static void send(Api api, String name) throws IOException, InterruptedException {
    String caseId = api.open("Letters");
    for (int letter = 0; letter < 3; letter++) {
      String prefix = name + "-" + letter + "-";
      String copies =
          IntStream.range(0, LETTERS / 3)
              .mapToObj(n -> "\"" + prefix + n + "@works.dev\"")
              .collect(Collectors.joining(","));
      String body = "{\"target_ids\":[],\"cc_emails\":[" + copies + "]}";
      int status = api.status("POST", "/api/v1/cases/" + caseId + "/escalations", body);
      assertThat(status).isEqualTo(202);
    }
  }

  private static void awaitAll(Letters letters) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> letters.waiting() == 0 && letters.copiedWrongly() == 0);
  }

  private static Map<String, FileTime> times(Path outbox) throws IOException {
    Map<String, FileTime> times = new HashMap<>();
    try (Stream<Path> files = Files.list(outbox)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".eml")) {
          times.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
        }
      }
    }
    return times;
  }

  private static void report(
      String way, int interrupted, Map<String, Integer> states, int arrived, int twice) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d × kill -9, %d mails interrupted; %s; %d arrived, %d twice%n",
        way,
        ROUNDS,
        interrupted,
        states,
        arrived,
        twice);
  }
}
