package com.faultmaven.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.mail.MailEvent.Type;
import com.faultmaven.mail.MailEvents.Recorded;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.PublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What providers tell of a mail, late, twice and in any order. */
class MailEventsTest extends OnAMailServer {

  private static final Instant THEN = Instant.parse("2026-03-14T09:26:53.589793123Z");

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
  private final MailKey key = new MailKey("e-" + UUID.randomUUID());
  private final String address = "ada+" + UUID.randomUUID() + "@faultmaven.dev";

  @Autowired private Mail mail;
  @Autowired private Mails mails;
  @Autowired private MailEvents events;
  @Autowired private Settling settling;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  /** However they come, each as often as it likes: a complaint is what is known in the end. */
  @Test
  void isTheSameWhateverTheOrder() {
    List<MailEvent> all =
        new ArrayList<>(
            List.of(
                event(Type.DELIVERED, false, 1),
                event(Type.DEFERRED, false, 2),
                event(Type.BOUNCED, true, 3),
                event(Type.BOUNCED, false, 4),
                event(Type.COMPLAINED, false, 5)));
    Random order = new Random(1);
    for (int round = 0; round < 20; round++) {
      MailKey each = new MailKey(key + "-" + round);
      sent(each, "b" + round + "-" + address);
      Collections.shuffle(all, order);
      for (int n = 0; n < 10; n++) {
        all.forEach(it -> events.record(List.of(about(each, it))));
        Collections.reverse(all);
      }
      assertThat(state(each)).as(all.toString()).isEqualTo("complained");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'delivered', delivered",
    "'bounced', bounced",
    "'delivered bounced', bounced",
    "'bounced delivered', bounced",
    "'complained delivered', complained",
    "'deferred', sent",
    "'opted_out', sent",
  })
  void becomesWhatWasTold(String told, String state) {
    sent(key, address);
    int n = 0;
    for (String type : told.split(" ")) {
      events.record(List.of(event(Type.valueOf(type.toUpperCase(Locale.ROOT)), false, n++)));
    }
    assertThat(state(key)).isEqualTo(state);
  }

  @Test
  void countsEachOnceAndKnowsNothingOfOthers() {
    sent(key, address);
    MailEvent delivered = event(Type.DELIVERED, false, 1);
    MailEvent byId =
        new MailEvent(
            null, key + "@localhost", Type.DEFERRED, false, null, THEN.plusSeconds(2), null);
    MailEvent unknown = about(new MailKey("nobody"), delivered);

    assertThat(events.record(List.of(delivered, delivered, byId, unknown)))
        .isEqualTo(new Recorded(2, 2));
    assertThat(events.record(List.of(byId, delivered))).isEqualTo(new Recorded(0, 2));
  }

  @Test
  void countsOnceWhateverComesAtTheSameTime() {
    sent(key, address);
    List<Recorded> all =
        Together.run(8, n -> events.record(List.of(event(Type.BOUNCED, false, 1))));
    assertThat(all.stream().mapToInt(Recorded::recorded).sum()).isEqualTo(1);
    assertThat(state(key)).isEqualTo("bounced");
  }

  @Test
  void tellsOnceWhatItBecame(PublishedEvents told) {
    sent(key, address);
    events.record(List.of(event(Type.DELIVERED, false, 1), event(Type.DELIVERED, false, 2)));
    events.record(List.of(event(Type.DELIVERED, false, 1)));
    assertThat(told.ofType(MailSettled.class).matching(it -> it.key().equals(key)))
        .extracting(MailSettled::state)
        .containsExactly(MailState.SENT, MailState.DELIVERED);
  }

  /** A provider can be faster than the answer to what was handed to it. */
  @Test
  void remembersWhatIsToldWhileAMailIsHandedOver() {
    insert(key, address);
    transaction.executeWithoutResult(_ -> mails.beginToHandOver(key, "smtp"));
    events.record(List.of(event(Type.DELIVERED, false, 1)));
    assertThat(state(key)).isEqualTo("sending");

    transaction.executeWithoutResult(_ -> settling.settle(key, MailState.SENT, null));
    assertThat(state(key)).isEqualTo("delivered");
  }

  @Test
  void clearsUpADoubt() {
    insert(key, address);
    transaction.executeWithoutResult(
        _ -> {
          mails.beginToHandOver(key, "smtp");
          settling.settle(key, MailState.UNCONFIRMED, "the server did not answer");
        });
    events.record(List.of(event(Type.DELIVERED, false, 1)));
    MailLook look = look(key);
    assertThat(look.state()).isEqualTo(MailState.DELIVERED);
    assertThat(look.error()).isNull();
    assertThat(look.deliveredAt()).isNotNull();
  }

  @Test
  void sendsAgainOnlyWhatSomebodyAsksForAndAskedForMayBe() {
    sent(key, address);
    assertThat(mail.retry(key)).as("it was sent").isFalse();
    events.record(List.of(event(Type.BOUNCED, true, 1)));
    assertThat(look(key).retryable()).isTrue();
    assertThat(mail.retry(key)).isTrue();
    assertThat(mail.retry(key)).as("it waits already").isFalse();
    await().atMost(20, SECONDS).until(() -> state(key).equals("sent"));

    assertThat(look(key).attempts()).isEqualTo(1);
    assertThat(events.record(List.of(event(Type.BOUNCED, true, 1))))
        .as("of the try before")
        .isEqualTo(new Recorded(0, 1));
    assertThat(state(key)).isEqualTo("sent");
    events.record(List.of(event(Type.BOUNCED, false, 2)));
    assertThat(mail.retry(key)).as("nobody is there").isFalse();
  }

  @Test
  void suppressesWhoBouncesForGoodAndNobodyElse() {
    sent(key, address);
    events.record(List.of(event(Type.BOUNCED, true, 1)));
    assertThat(suppressed(address)).isNull();
    events.record(List.of(event(Type.BOUNCED, false, 2)));
    assertThat(suppressed(address)).isEqualTo("bounced");
    events.record(List.of(event(Type.OPTED_OUT, false, 3)));
    assertThat(suppressed(address)).isEqualTo("bounced");
  }

  @Test
  void takesAThousandInAsManyStatements() {
    List<MailEvent> many =
        IntStream.range(0, 1000).mapToObj(n -> event(Type.DEFERRED, false, n)).toList();
    sent(key, address);
    assertThat(events.record(many)).isEqualTo(new Recorded(1000, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"delivered\",\"at\":\"2026-03-14T09:26:53Z\"}",
        "{\"delivery_id\":\"a\",\"message_id\":\"b\",\"type\":\"delivered\",\"at\":\"2026-03-14T09:26:53Z\"}",
      })
  void namesAMailInOneWay(String event) {
    bridge().post("/api/v1/mail/events", "{\"events\":[%s]}".formatted(event)).is(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"events\":[]}",
        "{\"events\":[{\"delivery_id\":\"a\",\"type\":\"opened\",\"at\":\"2026-03-14T09:26:53Z\"}]}",
        "{\"events\":[{\"delivery_id\":\"a b\",\"type\":\"delivered\",\"at\":\"2026-03-14T09:26:53Z\"}]}",
        "{\"events\":[{\"delivery_id\":\"a\",\"type\":\"delivered\",\"at\":\"yesterday\"}]}",
        "{\"events\":[{\"delivery_id\":\"a\",\"type\":\"delivered\",\"at\":\"2026-03-14T09:26:53Z\",\"x\":1}]}",
      })
  void isHeldToTheContract(String body) {
    bridge().post("/api/v1/mail/events", body).is(422, "VALIDATION_FAILED");
  }

  @Test
  void isToldOverHttpByServices() {
    sent(key, address);
    String body =
        """
        {"events":[{"delivery_id":"%s","type":"bounced","bounce_type":"soft","reason":"550 %s",
          "at":"2026-03-14T09:26:53Z"}]}
        """
            .formatted(key, address);
    assertThat(bridge().post("/api/v1/mail/events", body).is(200).at("/recorded").asInt())
        .isEqualTo(1);
    assertThat(look(key).error()).isEqualTo("550 " + address);
    Api.on(port).asSomebody().post("/api/v1/mail/events", body).is(403, "PERMISSION_DENIED");
  }

  private Api bridge() {
    return Api.on(port).asSomebody().with("X-User-Roles", "service");
  }

  private void insert(MailKey mailKey, String to) {
    OutgoingMail letter = OutgoingMail.of(mailKey, Purpose.LETTER, to, "s", "t");
    mails.insert(
        List.of(
            new Mails.Prepared(
                letter,
                "<" + mailKey + "@localhost>",
                "x\r\n".getBytes(StandardCharsets.US_ASCII))));
  }

  private void sent(MailKey mailKey, String to) {
    insert(mailKey, to);
    transaction.executeWithoutResult(
        _ -> {
          mails.beginToHandOver(mailKey, "smtp");
          settling.settle(mailKey, MailState.SENT, null);
        });
    database
        .sql("update mail.messages set attempts = 0 where key = ?")
        .param(mailKey.value())
        .update();
  }

  private MailEvent event(Type type, boolean soft, int second) {
    return new MailEvent(key.value(), null, type, soft, null, THEN.plusSeconds(second), null);
  }

  private static MailEvent about(MailKey other, MailEvent event) {
    return new MailEvent(other.value(), null, event.type(), event.soft(), null, event.at(), null);
  }

  private String state(MailKey mailKey) {
    return look(mailKey).state().word();
  }

  private MailLook look(MailKey mailKey) {
    return Objects.requireNonNull(mail.look(List.of(mailKey)).get(mailKey));
  }

  private @Nullable String suppressed(String email) {
    return database
        .sql("select reason from mail.suppressions where email = lower(?)")
        .param(email)
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
