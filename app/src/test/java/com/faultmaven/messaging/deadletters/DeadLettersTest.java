package com.faultmaven.messaging.deadletters;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.messaging.EventsTest;
import com.faultmaven.messaging.Recorder;
import com.faultmaven.messaging.Stored;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EventsTest
class DeadLettersTest {

  private static final String ALL = "/api/v2/admin/dead-letters";

  @LocalServerPort private int port;
  @Autowired private DeadLetters letters;
  @Autowired private Recorder recorder;
  @Autowired private Stored stored;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  @Autowired private ApplicationEventPublisher events;
  private Api admin;
  private String topic;

  @BeforeEach
  void connect() {
    admin = Api.on(port).as("admin-1").with("X-User-Roles", "[\"admin\"]");
    topic = "broker:" + UUID.randomUUID();
  }

  /** A letter nothing delivers by itself. */
  private String parked(String consumer, String eventType) {
    Envelope envelope = new Envelope(UUID.randomUUID(), eventType, "1.0.0", null, null, null);
    return ALL
        + "/"
        + letters.park(
            new NewDeadLetter(
                consumer, DeadLetterReason.TOO_LARGE, "2 MB", 1, null, envelope, "{}"));
  }

  private List<String> parked(int times) {
    return IntStream.range(0, times).mapToObj(_ -> parked(topic, "case.deleted")).toList();
  }

  @Test
  void tellWhatWasParkedAndWhy() {
    String content = Stored.caseCreated(UUID.randomUUID(), "fails 99");
    stored.failed(Recorder.LISTENER, CaseCreatedV2.class.getName(), content);
    await().atMost(20, SECONDS).until(() -> !stored.reasonFor(content).isEmpty());

    Answer list = admin.get(ALL + "?consumer=" + Recorder.LISTENER + "&limit=1").is(200);
    assertThat(list.at("/dead_letters/0").has("content")).isFalse();
    Answer letter = admin.get(ALL + "/" + list.text("/dead_letters/0/dead_letter_id")).is(200);
    assertThat(letter.text("/content")).isEqualTo(content);
    assertThat(letter.text("/detail")).isEqualTo("the disk is full");
    assertThat(letter.text("/reason")).isEqualTo("attempts_exhausted");
    assertThat(letter.at("/attempts").asInt()).isEqualTo(4);
    assertThat(letter.text("/event_type")).isEqualTo("case.created");
    assertThat(letter.text("/schema_version")).isEqualTo("2.0.0");
    assertThat(letter.text("/aggregate_id")).isEqualTo("case_0123456789ab");
    assertThat(letter.text("/correlation_id")).isEqualTo("test-correlation");
    assertThat(letter.text("/occurred_at")).isEqualTo("2026-03-14T12:00:00Z");
    assertThat(letter.text("/state")).isEqualTo("parked");
  }

  @Test
  void tellWhyAnEventFailedThatIsNoneOfTheContracts() {
    UUID id = UUID.randomUUID();
    transactions.executeWithoutResult(_ -> events.publishEvent(new Recorder.Poison(id)));

    await().atMost(20, SECONDS).until(() -> detailsOf(id).equals(List.of("cannot take " + id)));
  }

  private List<String> detailsOf(UUID mentioned) {
    return jdbc.sql("select detail from events.event_dead_letter where content like ?")
        .param("%" + mentioned + "%")
        .query(String.class)
        .list();
  }

  @Test
  void areListedLastParkedFirstAndPageByPage() {
    List<String> parked = parked(5);
    parked(topic, "case.updated");

    String list = ALL + "?consumer=" + topic + "&event_type=case.deleted&limit=2";
    Answer first = admin.get(list).is(200);
    Answer second = admin.get(list + "&cursor=" + first.text("/next_cursor")).is(200);
    Answer third = admin.get(list + "&cursor=" + second.text("/next_cursor")).is(200);
    assertThat(first.at("/total").asInt()).isEqualTo(5);
    assertThat(
            List.of(id(first, 0), id(first, 1), id(second, 0), id(second, 1), id(third, 0)).stream()
                .map(id -> ALL + "/" + id))
        .containsExactlyElementsOf(parked.reversed());
    assertThat(third.json().has("next_cursor")).isFalse();
    assertThat(admin.get(list + "&offset=4").is(200).at("/dead_letters").size()).isEqualTo(1);
    String parkedAt = first.text("/dead_letters/1/parked_at");
    assertThat(total(list + "&parked_after=" + parkedAt)).isEqualTo(1);
    assertThat(total(list + "&parked_before=" + parkedAt)).isEqualTo(3);
    assertThat(total(list + "&state=discarded")).isZero();
    admin.get(ALL + "?cursor=" + first.text("/next_cursor")).is(400, "INVALID_PARAMETER");
    admin.get(ALL + "?state=lost").is(400, "INVALID_PARAMETER");
  }

  private static String id(Answer list, int index) {
    return list.text("/dead_letters/" + index + "/dead_letter_id");
  }

  private int total(String list) {
    return admin.get(list).is(200).at("/total").asInt();
  }

  @Test
  void areDeliveredAgainPastTheInboxWhenReplayed() {
    UUID event = stored.failed("fails 4");
    await().atMost(20, SECONDS).until(() -> parkedFor(event) == 1);
    jdbc.sql("insert into events.inbox values (?, ?, now())")
        .params(Recorder.LISTENER, event)
        .update();

    String letter = ALL + "/" + letterOf(event);
    assertThat(admin.post(letter + "/replay", "").is(202).text("/state")).isEqualTo("replayed");
    await().atMost(20, SECONDS).until(() -> recorder.effects(event) == 1);
    admin.post(letter + "/replay", "").is(409, "DEAD_LETTER_ALREADY_SETTLED");
    admin.post(letter + "/discard", "{\"reason\":\"late\"}").is(409);
    assertThat(audit(letter)).containsExactly("replayed by admin-1: null");
  }

  @Test
  void areParkedAnewWhenTheyFailAgain() {
    UUID event = stored.failed("fails 99");
    await().atMost(20, SECONDS).until(() -> parkedFor(event) == 1);

    admin.post(ALL + "/" + letterOf(event) + "/replay", "").is(202);
    await().atMost(20, SECONDS).until(() -> parkedFor(event) == 1 && lettersOf(event) == 2);
  }

  private int parkedFor(UUID event) {
    return jdbc.sql(
            "select count(*) from events.event_dead_letter where event_id = ? and state = 'parked'")
        .param(event)
        .query(Integer.class)
        .single();
  }

  private int lettersOf(UUID event) {
    return jdbc.sql("select count(*) from events.event_dead_letter where event_id = ?")
        .param(event)
        .query(Integer.class)
        .single();
  }

  private UUID letterOf(UUID event) {
    return jdbc.sql("select dead_letter_id from events.event_dead_letter where event_id = ?")
        .param(event)
        .query(UUID.class)
        .single();
  }

  private List<String> audit(String letter) {
    return jdbc.sql(
            """
            select format('%s by %s: %s', action, user_id, coalesce(reason, 'null'))
            from events.dead_letter_audit where dead_letter_id = ?::uuid order by audit_id
            """)
        .param(letter.substring(letter.lastIndexOf('/') + 1))
        .query(String.class)
        .list();
  }

  @Test
  void areReplayedByTheirIds() {
    List<String> parked = parked(3);
    admin.post(parked.getFirst() + "/discard", "{\"reason\":\"old\"}").is(200);
    List<String> ids = parked.stream().map(path -> path.substring(ALL.length() + 1)).toList();

    Answer replayed =
        admin
            .post(
                ALL + "/replay",
                "{\"dead_letter_ids\":[\"%s\",\"%s\",\"%s\"]}"
                    .formatted(ids.get(0), ids.get(1), UUID.randomUUID()))
            .is(202);
    assertThat(replayed.at("/replayed").asInt()).isEqualTo(1);
    assertThat(replayed.at("/remaining").asInt()).isZero();
    assertThat(admin.get(parked.get(2)).text("/state")).isEqualTo("parked");
    assertThat(admin.get(parked.get(1)).text("/state")).isEqualTo("replayed");
    assertThat(admin.get(parked.get(0)).text("/state")).isEqualTo("discarded");
  }

  @Test
  void areReplayedByWhatFitsTheOldestFirst() {
    List<String> parked = parked(5);
    String body = "{\"consumer\":\"" + topic + "\",\"event_type\":\"case.deleted\",\"limit\":%d}";

    Answer some = admin.post(ALL + "/replay", body.formatted(2)).is(202);
    assertThat(some.at("/replayed").asInt()).isEqualTo(2);
    assertThat(some.at("/remaining").asInt()).isEqualTo(3);
    assertThat(admin.get(parked.get(1)).text("/state")).isEqualTo("replayed");
    assertThat(admin.get(parked.get(2)).text("/state")).isEqualTo("parked");
    List<Answer> rest =
        Together.run(3, _ -> admin.post(ALL + "/replay", body.formatted(10)).is(202));
    assertThat(rest.stream().mapToInt(answer -> answer.at("/replayed").asInt()).sum()).isEqualTo(3);
  }

  @Test
  void areReplayedOnlyByARequestThatSaysWhich() {
    assertThat(admin.post(ALL + "/replay", "{}").is(422).violations()).containsExactly(":too_few");
    assertThat(admin.post(ALL + "/replay", "{\"limit\":5,\"consumer\":null}").is(422).violations())
        .containsExactly(":too_few");
    String both = "{\"dead_letter_ids\":[\"%s\"],\"limit\":5}".formatted(UUID.randomUUID());
    assertThat(admin.post(ALL + "/replay", both).is(422).violations())
        .containsExactly("/dead_letter_ids:not_allowed");
    admin.post(ALL + "/replay", "{\"consumer\":\"c\",\"limit\":10001}").is(422);
    admin.post(ALL + "/replay", "{\"dead_letter_ids\":[\"x\"]}").is(422);
    admin.post(ALL + "/replay", "[]").is(422);
  }

  @Test
  void areDiscardedOnceWithAReason() {
    String letter = parked(topic, "case.deleted");
    Answer before = admin.get(letter).is(200);

    List<Answer> answers =
        Together.run(5, _ -> admin.post(letter + "/discard", "{\"reason\":\"by hand\"}"));
    assertThat(answers.stream().map(Answer::status))
        .containsExactlyInAnyOrder(200, 409, 409, 409, 409);
    Answer after = admin.get(letter).is(200);
    assertThat(after.text("/state")).isEqualTo("discarded");
    assertThat(after.text("/discard_reason")).isEqualTo("by hand");
    assertThat(after.text("/settled_by")).isEqualTo("admin-1");
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    admin.with("If-None-Match", after.header("ETag")).get(letter).is(304);
    admin.with("If-None-Match", before.header("ETag")).get(letter).is(200);
    admin.post(letter + "/replay", "").is(409, "DEAD_LETTER_ALREADY_SETTLED");
    assertThat(audit(letter)).containsExactly("discarded by admin-1: by hand");
    admin.post(letter + "/discard", "{\"reason\":\" \"}").is(422);
    admin.post(letter + "/discard", "{\"reason\":\"\\u2003\"}").is(422);
    admin.post(letter + "/discard", "{}").is(422);
  }

  @Test
  void repeatADecisionUnderTheSameKey() {
    String letter = parked(topic, "case.deleted");
    Api keyed = admin.with("Idempotency-Key", "key-" + UUID.randomUUID());

    keyed.post(letter + "/discard", "{\"reason\":\"by hand\"}").is(200);
    Answer again = keyed.post(letter + "/discard", "{\"reason\":\"by hand\"}").is(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(audit(letter)).hasSize(1);
  }

  @Test
  void areNotFoundUnderAnyOtherName() {
    for (String id : List.of(UUID.randomUUID().toString(), "1-1-1-1-1", "x", "x".repeat(200))) {
      admin.get(ALL + "/" + id).is(404);
      admin.post(ALL + "/" + id + "/replay", "").is(404);
      admin.post(ALL + "/" + id + "/discard", "{\"reason\":\"r\"}").is(404);
    }
  }

  @Test
  void areNobodysBusinessButAdministrators() {
    String letter = parked(topic, "case.deleted");
    Api user = Api.on(port).asSomebody();
    for (Api other : List.of(user, user.with("X-User-Roles", "[\"service\"]"))) {
      other.get(ALL).is(403, "PERMISSION_DENIED");
      other.get(letter).is(403, "PERMISSION_DENIED");
      other.post(letter + "/replay", "").is(403, "PERMISSION_DENIED");
      other.post(letter + "/discard", "{\"reason\":\"r\"}").is(403, "PERMISSION_DENIED");
      other.post(ALL + "/replay", "{\"consumer\":\"c\"}").is(403, "PERMISSION_DENIED");
    }
    Api.on(port).get(ALL).is(401, "AUTHENTICATION_REQUIRED");
    assertThat(admin.get(letter).text("/state")).isEqualTo("parked");
  }

  @Test
  void areCountedWithWhatIsOnItsWay() {
    parked(topic, "case.deleted");

    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(Api.on(port).get("/metrics").is(200).body())
                    .containsPattern("faultmaven_events_dead_letters\\{state=\"parked\"} [1-9]")
                    .contains("faultmaven_events_publications{status=\"failed\"}")
                    .contains("faultmaven_events_publications{status=\"published\"}")
                    .containsPattern("faultmaven_events_oldest_incomplete_seconds [0-9]"));
  }
}
