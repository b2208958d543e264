package com.faultmaven.jobs;

import static com.faultmaven.jobs.TaskTable.inWork;
import static com.faultmaven.jobs.TaskTable.left;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.jobs.Notes.Note;
import com.faultmaven.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Processes that share a database, and one that dies. */
class TwoInstancesTest {

  @Test
  void repeatATaskOnceEachTimeItIsDue() {
    String name = Instance.anyName();
    Duration pause = Duration.ofMillis(100);
    List<Instant> begun = new CopyOnWriteArrayList<>();
    try (Instance one = Instance.repeating(new Beat(name, pause, begun));
        Instance another = Instance.repeating(new Beat(name, pause, begun))) {
      await().atMost(20, SECONDS).until(() -> begun.size() >= 15);
      assertThat(one.jobs.named(name).failures() + another.jobs.named(name).failures()).isZero();
    }
    for (int n = 1; n < begun.size(); n++) {
      assertThat(Duration.between(begun.get(n - 1), begun.get(n))).isGreaterThanOrEqualTo(pause);
    }
  }

  @Test
  void doEachTaskOnceBetweenThem() {
    Notes notes = Notes.only();
    try (Instance one = Instance.doing(notes);
        Instance another = Instance.doing(notes)) {
      for (int n = 0; n < 100; n++) {
        (n % 2 == 0 ? one : another).tasks.plan(notes.type(), "t" + n, new Note("t" + n));
      }
      await().atMost(20, SECONDS).until(() -> left(notes) == 0);
    }
    assertThat(notes.taken()).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void takeOverWhatAKilledOneWasAt() throws Exception {
    Notes notes = Notes.only();
    Process victim = hangingInstance(notes.type().name());
    try (Instance planner = Instance.doing()) {
      planner.tasks.plan(notes.type(), "a", new Note("taken over"));
      await().atMost(60, SECONDS).until(() -> inWork(notes) == 1);
    } finally {
      victim.destroyForcibly().waitFor();
    }
    assertThat(inWork(notes)).isEqualTo(1);

    try (Instance _ = Instance.doing(notes)) {
      await().atMost(20, SECONDS).until(() -> left(notes) == 0);
    }
    assertThat(notes.taken()).containsExactly("taken over");
  }

  @Test
  void leaveAloneWhatALivingOneIsAt() {
    Notes slow =
        Notes.of(
            _ -> {
              // far longer than the four heartbeats after which it would be dead
              await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
              return Next.done();
            });
    try (Instance one = Instance.doing(slow);
        Instance _ = Instance.doing(slow)) {
      one.tasks.plan(slow.type(), "a", new Note("once"));
      await().atMost(20, SECONDS).until(() -> left(slow) == 0);
    }
    assertThat(slow.taken()).containsExactly("once");
  }

  private record Beat(String name, Duration every, List<Instant> begun) implements RecurringTask {

    @Override
    public void run() {
      begun.add(Instant.now());
    }
  }

  private static Process hangingInstance(String type) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            HangingInstance.class.getName(),
            TestDatabase.jdbcUrl(),
            type)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
