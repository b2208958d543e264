package com.faultmaven.jobs;

import static com.faultmaven.jobs.TaskTable.inWork;
import static com.faultmaven.jobs.TaskTable.left;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.jobs.Notes.Note;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that is planned and done later. */
class TasksTest {

  private static final Instant LATER = Instant.now().plusSeconds(3600);

  private final JdbcClient database = TaskTable.sql();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(TaskTable.DATABASE));

  @Test
  void areDoneOnceAndGo() {
    Notes notes = Notes.only();
    try (Instance instance = Instance.doing(notes)) {
      assertThat(instance.tasks.plan(notes.type(), "a", new Note("hello"))).isTrue();
      await().until(() -> left(notes) == 0);
    }
    assertThat(notes.taken()).containsExactly("hello");
  }

  @Test
  void arePlannedOnceForAnId() {
    Notes notes = Notes.only();
    try (Instance instance = Instance.doing()) {
      assertThat(instance.tasks.plan(notes.type(), "a", new Note("first"))).isTrue();
      assertThat(instance.tasks.plan(notes.type(), "a", new Note("second"))).isFalse();
    }
    assertThat(left(notes)).isEqualTo(1);
  }

  @Test
  void areThereIfTheTransactionCommitsAndDoneAtOnceThen() {
    Notes notes = Notes.only();
    try (Instance instance = Instance.looking(Duration.ofHours(1), notes)) {
      transaction.executeWithoutResult(
          status -> {
            instance.tasks.plan(notes.type(), "gone", new Note("gone"));
            status.setRollbackOnly();
          });
      transaction.executeWithoutResult(
          _ -> {
            instance.tasks.plan(notes.type(), "there", new Note("there"));
            assertThat(notes.taken()).isEmpty();
          });
      await().until(() -> left(notes) == 0);
    }
    assertThat(notes.taken()).containsExactly("there");
  }

  @Test
  void areTriedAgainUntilTheySucceedAndSaySo() {
    Notes notes =
        Notes.of(
            run -> {
              if (run < 3) {
                throw new IllegalStateException("not yet");
              }
              return Next.done();
            });
    try (Instance instance = Instance.doing(notes)) {
      instance.tasks.plan(notes.type(), "a", new Note("x"));
      await().until(() -> left(notes) == 0);
      Job job = instance.jobs.named(notes.type().name());
      assertThat(job.failures()).isEqualTo(2);
      await().until(() -> !job.state().isFailing());
    }
    assertThat(notes.taken()).hasSize(3);
  }

  @Test
  void waitTwiceAsLongAfterEachFailure() {
    Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));
    assertThat(List.of(0, 1, 2, 6, 7, 1_000_000))
        .extracting(earlier -> backoff.after(earlier).toSeconds())
        .containsExactly(5L, 10L, 20L, 320L, 600L, 600L);
  }

  @Test
  void mayAskToBeDoneAgain() {
    Notes notes = Notes.of(run -> run < 3 ? Next.at(Instant.now()) : Next.done());
    try (Instance instance = Instance.doing(notes)) {
      instance.tasks.plan(notes.type(), "a", new Note("x"));
      await().until(() -> left(notes) == 0);
    }
    assertThat(notes.taken()).hasSize(3);
  }

  @Test
  void waitForTheirTimeAndCanBeTakenBack() {
    Notes notes = Notes.only();
    try (Instance instance = Instance.doing(notes)) {
      instance.tasks.plan(notes.type(), "later", new Note("later"), LATER, null);
      instance.tasks.plan(notes.type(), "now", new Note("now"));
      await().until(() -> left(notes) == 1);
      assertThat(instance.tasks.cancel(notes.type(), "later")).isTrue();
      assertThat(instance.tasks.cancel(notes.type(), "later")).isFalse();
    }
    assertThat(notes.taken()).containsExactly("now");
  }

  @Test
  void belongToTheRequestThatPlannedThem() {
    AtomicReference<CorrelationId> seen = new AtomicReference<>();
    Notes notes =
        Notes.of(
            _ -> {
              seen.set(CorrelationId.current());
              return Next.done();
            });
    CorrelationId request = CorrelationId.of("request-" + UUID.randomUUID());
    try (Instance instance = Instance.doing(notes)) {
      request.run(() -> instance.tasks.plan(notes.type(), "a", new Note("x")));
      await().until(() -> left(notes) == 0);
    }
    assertThat(seen.get()).isEqualTo(request);
  }

  /** A newer version runs beside this one, or ran before it. */
  @Test
  void thatAreUnknownHereStayAndHoldUpNobody() {
    Notes foreign = Notes.only();
    Notes notes = Notes.only();
    try (Instance instance = Instance.doing(notes)) {
      for (int n = 0; n < 20; n++) {
        instance.tasks.plan(foreign.type(), "f" + n, new Note("x"));
      }
      instance.tasks.plan(notes.type(), "a", new Note("mine"));
      await().until(() -> left(notes) == 0);
    }
    assertThat(left(foreign)).isEqualTo(20);
    assertThat(inWork(foreign)).isZero();
  }

  @Test
  void areBegunBeforeThoseOfWhichThereAreMany() {
    Notes many = Notes.only();
    AtomicInteger before = new AtomicInteger(Integer.MAX_VALUE);
    Notes one =
        Notes.of(
            _ -> {
              before.set(many.taken().size());
              return Next.done();
            });
    try (Instance planning = Instance.doing()) {
      Map<String, Note> notes =
          IntStream.range(0, 500)
              .boxed()
              .collect(Collectors.toMap(n -> "m" + n, _ -> new Note("one of many")));
      planning.tasks.planAll(many.type(), notes, Priority.BULK);
      planning.tasks.plan(one.type(), "a", new Note("awaited"));
    }
    try (Instance _ = Instance.doing(many, one)) {
      await().until(() -> left(many) + left(one) == 0);
    }
    assertThat(many.taken()).hasSize(500);
    assertThat(before.get()).isLessThan(10);
  }

  @Test
  void finishWhatTheyBeganWhenTheProcessEnds() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    Notes notes =
        Notes.of(
            _ -> {
              begun.countDown();
              released.await();
              return Next.done();
            });
    Instance instance = Instance.doing(notes);
    instance.tasks.plan(notes.type(), "a", new Note("x"));
    begun.await();
    Thread closing = Thread.startVirtualThread(instance::close);
    instance.tasks.plan(notes.type(), "b", new Note("for somebody else"));
    released.countDown();
    closing.join();

    assertThat(notes.taken()).startsWith("x");
    assertThat(inWork(notes)).isZero();
  }

  @Test
  void aboutADeletedUserGo() {
    Notes notes = Notes.only();
    UserId leaver = new UserId("leaver-" + UUID.randomUUID());
    TaskRows rows = new TaskRows(database);
    TasksAboutUsers about = new TasksAboutUsers(rows);
    try (Instance instance = Instance.doing()) {
      for (String id : List.of("a", "b", "c")) {
        instance.tasks.plan(notes.type(), id, new Note(leaver.value()), LATER, leaver);
      }
      instance.tasks.plan(notes.type(), "other", new Note("x"), LATER, new UserId("stayer"));
    }
    database
        .sql("update jobs.tasks set picked = true where task_name = ? and task_instance = 'c'")
        .param(notes.type().name())
        .update();

    assertThat(about.eraseSome(leaver, 1)).isEqualTo(Erasure.SOME);
    assertThat(about.eraseSome(leaver, 1)).isEqualTo(Erasure.SOME);
    assertThat(about.eraseSome(leaver, 1)).isEqualTo(Erasure.BUSY);
    database
        .sql("update jobs.tasks set picked = false where task_name = ?")
        .param(notes.type().name())
        .update();
    assertThat(about.eraseSome(leaver, 9)).isEqualTo(Erasure.SOME);
    assertThat(about.eraseSome(leaver, 9)).isEqualTo(Erasure.NOTHING_LEFT);
    assertThat(left(notes)).isEqualTo(1);
  }
}
