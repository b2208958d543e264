package com.faultmaven.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.DefaultEventPublicationRegistry;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

@EventsTest
class RedeliveryTest {

  private static final String EVENT = CaseCreatedV2.class.getName();

  @LocalServerPort private int port;
  @Autowired private Recorder recorder;
  @Autowired private Stored stored;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private DefaultEventPublicationRegistry registry;

  @Test
  void deliversAgainWhatFailedUntilItIsTakenAndThenHasOneEffect() {
    Answer created =
        Api.on(port).asSomebody().post("/api/v2/cases", "{\"title\":\"fails 2\"}").is(201);
    String caseId = created.text("/case_id");

    await().atMost(20, SECONDS).until(() -> recorder.effects(recorder.eventOf(caseId)) == 1);
    await().atMost(10, SECONDS).until(() -> stored.mentioning(caseId) == 0);
    assertThat(recorder.attempts(recorder.eventOf(caseId))).isEqualTo(3);
    assertThat(recorder.correlationOf(recorder.eventOf(caseId)))
        .isEqualTo(created.header("X-Correlation-ID"));
  }

  @Test
  void deliversWhatAProcessThatDiedLeftUnderWay() {
    List<UUID> left =
        Stream.of("PUBLISHED", "PROCESSING", "RESUBMITTED").map(this::leftUnderWay).toList();

    await()
        .atMost(20, SECONDS)
        .untilAsserted(() -> assertThat(left).allMatch(event -> recorder.effects(event) == 1));
  }

  @Test
  void deliversWhatAnEarlierReleaseStoredUnderTheFormerNameOfItsClass() {
    UUID event = UUID.randomUUID();
    String former = "com.faultmaven.contracts.events.CaseCreatedV2";
    String content = Stored.caseCreated(event, "t");
    stored.put(Recorder.LISTENER, former, content, "FAILED", 1, "-5 minutes", "-5 minutes");

    await().atMost(20, SECONDS).until(() -> recorder.effects(event) == 1);
  }

  private UUID leftUnderWay(String status) {
    UUID event = UUID.randomUUID();
    String content = Stored.caseCreated(event, "t");
    stored.put(Recorder.LISTENER, EVENT, content, status, 1, "-5 minutes", "-5 minutes");
    return event;
  }

  @Test
  void countsNoAttemptThatNeverBegan() {
    UUID queued = UUID.randomUUID();
    String waited = Stored.caseCreated(queued, "queued in a process that died, time and again");
    stored.put(Recorder.LISTENER, EVENT, waited, "RESUBMITTED", 4, "-5 minutes", "-5 minutes");
    String ended = Stored.caseCreated(UUID.randomUUID(), "ended four processes");
    stored.put(Recorder.LISTENER, EVENT, ended, "PROCESSING", 4, "-5 minutes", "-5 minutes");

    await().atMost(20, SECONDS).until(() -> recorder.effects(queued) == 1);
    await().atMost(20, SECONDS).until(() -> !stored.reasonFor(ended).isEmpty());
    assertThat(stored.reasonFor(waited)).isEmpty();
  }

  @Test
  void countsTheLeaseFromTheLastAttempt() {
    UUID running = UUID.randomUUID();
    String content = Stored.caseCreated(running, "t");
    stored.put(Recorder.LISTENER, EVENT, content, "PROCESSING", 2, "-5 minutes", "-1 second");
    UUID lost = leftUnderWay("PROCESSING");

    await().atMost(20, SECONDS).until(() -> recorder.effects(lost) == 1);
    assertThat(recorder.attempts(running)).isZero();
    assertThat(stored.mentioning(running)).isEqualTo(1);
  }

  @Test
  void isNotHeldUpByWhatAProcessThatDiedHadTakenInHand() {
    String lost = Stored.caseCreated(UUID.randomUUID(), "lost");
    List<UUID> taken =
        IntStream.range(0, 100)
            .mapToObj(
                _ -> stored.put(Recorder.LISTENER, EVENT, lost, "RESUBMITTED", 2, "-9 h", "20 s"))
            .toList();

    UUID fresh = stored.failed("fresh");

    await().atMost(20, SECONDS).until(() -> recorder.effects(fresh) == 1);
    assertThat(taken).allMatch(stored::has);
    jdbc.sql("delete from events.event_publication where serialized_event = ?")
        .param(lost)
        .update();
  }

  @Test
  void isNotHeldUpByWhatIsNotDueOrTriedTooOften() {
    String tired = Stored.caseCreated(UUID.randomUUID(), "tired");
    List<UUID> notDue =
        IntStream.range(0, 300)
            .mapToObj(_ -> stored.put(Recorder.LISTENER, EVENT, tired, "FAILED", 2, "-9 h", "1 h"))
            .toList();
    List<UUID> exhausted =
        IntStream.range(0, 300)
            .mapToObj(_ -> stored.put(Recorder.LISTENER, EVENT, tired, "FAILED", 4, "-9 h", "-8 h"))
            .toList();
    UUID due = stored.failed("due");

    await().atMost(20, SECONDS).until(() -> recorder.effects(due) == 1);
    await().atMost(20, SECONDS).until(() -> exhausted.stream().noneMatch(stored::has));
    assertThat(notDue).allMatch(stored::has);
    jdbc.sql("delete from events.event_publication where serialized_event = ?")
        .param(tired)
        .update();
  }

  @Test
  void parksWhatCannotBeDeliveredWhileTheRestFlows() {
    String broken = "{\"event_id\":\"" + UUID.randomUUID() + "\",";
    String hollow = "{\"schema_version\":\"2.0.0\",\"n\":\"" + UUID.randomUUID() + "\"}";
    String future = Stored.caseCreated(UUID.randomUUID(), "t").replace("\"2.0.0\"", "\"3.0.0\"");
    String vanished = Stored.caseCreated(UUID.randomUUID(), "t");
    String orphan = Stored.caseCreated(UUID.randomUUID(), "t");
    String poison = Stored.caseCreated(UUID.randomUUID(), "fails 99");
    stored.failed(Recorder.LISTENER, EVENT, broken);
    stored.failed(Recorder.LISTENER, EVENT, hollow);
    stored.failed(Recorder.LISTENER, EVENT, future);
    stored.failed(
        Recorder.LISTENER, "com.faultmaven.contracts.cases.events.CaseForgottenV1", vanished);
    stored.failed("test.nobody", EVENT, orphan);
    stored.failed(Recorder.LISTENER, EVENT, poison);
    List<UUID> rest = IntStream.range(0, 50).mapToObj(_ -> stored.failed("fine")).toList();

    await()
        .atMost(20, SECONDS)
        .untilAsserted(() -> assertThat(rest).allMatch(event -> recorder.effects(event) == 1));
    await().atMost(20, SECONDS).until(() -> !stored.reasonFor(poison).isEmpty());
    assertThat(stored.reasonFor(poison)).isEqualTo("attempts_exhausted");
    assertThat(stored.reasonFor(broken)).isEqualTo("unreadable");
    assertThat(stored.reasonFor(hollow)).isEqualTo("unreadable");
    assertThat(stored.reasonFor(future)).isEqualTo("unknown_version");
    assertThat(stored.reasonFor(vanished)).isEqualTo("unknown_type");
    assertThat(stored.reasonFor(orphan)).isEqualTo("unknown_type");
  }

  @Test
  void leavesWhatItCannotReadToANewerInstanceForAWhile() {
    String newer = Stored.caseCreated(UUID.randomUUID(), "newer");
    UUID unknown = stored.put("test.not-yet", EVENT, newer, "FAILED", 1, "-1 second", "-1 second");
    UUID other = stored.failed("fine");

    await().atMost(20, SECONDS).until(() -> recorder.effects(other) == 1);
    assertThat(stored.has(unknown)).isTrue();
    assertThat(stored.reasonFor(newer)).isEmpty();
    jdbc.sql("delete from events.event_publication where id = ?").param(unknown).update();
  }

  private boolean isHeldInMemory(Recorder.Ping ping) {
    Iterable<TargetEventPublication> inProgress =
        Objects.requireNonNull(
            ReflectionTestUtils.invokeMethod(registry, "getPublicationsInProgress"));
    return StreamSupport.stream(inProgress.spliterator(), false)
        .anyMatch(publication -> publication.getEvent().equals(ping));
  }

  @Test
  void publishesNothingOfATransactionThatIsRolledBack() {
    Recorder.Ping undone = new Recorder.Ping(UUID.randomUUID());
    Recorder.Ping done = new Recorder.Ping(UUID.randomUUID());
    transactions.executeWithoutResult(
        transaction -> {
          events.publishEvent(undone);
          transaction.setRollbackOnly();
        });
    transactions.executeWithoutResult(_ -> events.publishEvent(done));

    await().atMost(10, SECONDS).until(() -> recorder.effects(done.id()) == 1);
    assertThat(stored.mentioning(undone.id())).isZero();
    assertThat(recorder.attempts(undone.id())).isZero();
    await().atMost(10, SECONDS).until(() -> !isHeldInMemory(undone));
  }

  @Test
  void deliversWhatIsPublishedOutsideATransaction() {
    Recorder.Ping ping = new Recorder.Ping(UUID.randomUUID());

    events.publishEvent(ping);

    await().atMost(20, SECONDS).until(() -> recorder.effects(ping.id()) == 1);
    await().atMost(10, SECONDS).until(() -> !isHeldInMemory(ping));
    assertThat(recorder.attempts(ping.id())).isEqualTo(1);
  }
}
