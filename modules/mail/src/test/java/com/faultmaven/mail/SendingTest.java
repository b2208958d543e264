package com.faultmaven.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.faultmaven.jobs.LastRestore;
import com.faultmaven.jobs.Next;
import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.mail.Mail.Due;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.modulith.test.PublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** From asking for a mail to what is known of it, on a real server. */
class SendingTest extends OnAMailServer {

  private static final LastRestore NEVER = () -> Instant.EPOCH;

  /** After all that these tests write. */
  private static final Instant RESTORED = Instant.parse("2999-01-01T00:00:00Z");

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
  private final MailKey key = new MailKey("k-" + UUID.randomUUID());
  private final String address = "ada+" + UUID.randomUUID() + "@faultmaven.dev";

  @Autowired private Mail mail;
  @Autowired private Mails mails;
  @Autowired private MailLooks looks;
  @Autowired private Settling settling;
  @Autowired private HandingOver handingOver;
  @Autowired private MailRetention retention;
  @Autowired private WayOut way;
  @Autowired private MailToUsers erasure;
  @Autowired private MailProperties properties;
  @Autowired private TransactionTemplate transaction;

  @Test
  void sendsOnceWhatWasCommitted() throws Exception {
    transaction.executeWithoutResult(
        status -> {
          mail.send(letter());
          status.setRollbackOnly();
        });
    assertThat(mail.send(letter())).isTrue();
    assertThat(mail.send(letter())).isFalse();
    await().atMost(20, SECONDS).until(() -> state().equals("sent"));

    assertThat(received()).hasSize(1);
    assertThat(received().getFirst().getMessageID()).isEqualTo("<" + key + "@localhost>");
  }

  @Test
  void sendsOnceWhoeverAsksAtTheSameTime() {
    List<Boolean> asked = Together.run(8, n -> mail.send(letter()));
    assertThat(asked).containsOnlyOnce(true);
    await().atMost(20, SECONDS).until(() -> state().equals("sent"));
    assertThat(received()).hasSize(1);
  }

  @Test
  void tellsWhatBecameOfItWithoutTheAddress(PublishedEvents told) {
    MailKey nobody = new MailKey("n-" + UUID.randomUUID());
    assertThat(mail.send(OutgoingMail.of(nobody, Purpose.LETTER, "x@example.com", "s", "t")))
        .isFalse();

    assertThat(told.ofType(MailSettled.class).matching(it -> it.key().equals(nobody)))
        .singleElement()
        .satisfies(it -> assertThat(it.state()).isEqualTo(MailState.INVALID_EMAIL))
        .satisfies(it -> assertThat(it.toString()).doesNotContain("example.com"));
  }

  @Test
  void keepsNothingOfAnAccountsMailOnceItIsSettled() {
    mail.send(OutgoingMail.of(key, Purpose.ACCOUNT, address, "Reset", "token 1234"));
    await().atMost(20, SECONDS).until(() -> state().equals("sent"));
    assertThat(
            database
                .sql("select bytes is null from mail.messages where key = ?")
                .param(key.value())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  /** The process died after it began: the server may have the mail. */
  @Test
  void neverSendsAgainWhatMayHaveLeft() {
    diedWhileSending();

    assertThat(handingOver.run(new Due(key.value()))).isEqualTo(Next.done());
    assertThat(state()).isEqualTo("unconfirmed");
    assertThat(handingOver.run(new Due(key.value()))).isEqualTo(Next.done());
    assertThat(received()).isEmpty();

    database
        .sql("update mail.messages set handed_over_at = now() - interval '8 days' where key = ?")
        .param(key.value())
        .update();
    retention.run();
    assertThat(state()).isEqualTo("failed");
  }

  /** The database came out of a backup: another process may have sent what waits in it. */
  @Test
  void holdsWhatWasWaitingWhenTheDatabaseWasRestored() {
    HandingOver restored = restored(MailProperties.InDoubt.HOLD);
    queued();

    assertThat(restored.run(new Due(key.value()))).isEqualTo(Next.done());
    assertThat(state()).isEqualTo("unconfirmed");
    assertThat(received()).isEmpty();

    MailKey later = new MailKey("l-" + UUID.randomUUID());
    insert(letter(later), bytes());
    database
        .sql("update mail.messages set created_at = ? where key = ?")
        .params(RESTORED.atOffset(ZoneOffset.UTC), later.value())
        .update();
    restored.run(new Due(later.value()));
    assertThat(received()).as("what was asked for since").hasSize(1);
  }

  @Test
  void givesUpWhatWasHeldForAWeek() {
    queued();
    restored(MailProperties.InDoubt.HOLD).run(new Due(key.value()));
    database
        .sql(
            "update mail.messages set handed_over_at = handed_over_at - interval '8 days'"
                + " where key = ?")
        .param(key.value())
        .update();
    retention.run();
    assertThat(state()).isEqualTo("failed");
  }

  @Test
  void sendsWhatWasWaitingWhereASecondMailIsBetterThanNone() {
    queued();
    restored(MailProperties.InDoubt.RESEND).run(new Due(key.value()));
    assertThat(state()).isEqualTo("sent");
    assertThat(received()).hasSize(1);
  }

  /** Somebody who asks for it then takes the risk of a second one. */
  @Test
  void sendsWhatWasHeldOnceItIsAskedForAgain() {
    queued();
    HandingOver restored = restored(MailProperties.InDoubt.HOLD, Instant.now());
    restored.run(new Due(key.value()));
    assertThat(state()).isEqualTo("unconfirmed");

    assertThat(looks.retry(key, Instant.now())).isPresent();
    restored.run(new Due(key.value()));
    assertThat(state()).isEqualTo("sent");
    assertThat(received()).hasSize(1);
  }

  private HandingOver restored(MailProperties.InDoubt inDoubt) {
    return restored(inDoubt, RESTORED);
  }

  private HandingOver restored(MailProperties.InDoubt inDoubt, Instant at) {
    MailProperties decided =
        new MailProperties(
            properties.from(),
            properties.domain(),
            properties.outbox(),
            properties.tls(),
            inDoubt,
            properties.retention(),
            properties.letterRetention(),
            properties.provider(),
            properties.sendgrid());
    return new HandingOver(mails, settling, way, decided, () -> at, transaction, Clock.systemUTC());
  }

  @Test
  void settlesExactlyWhatTheOutboxHasOrHasNot(@TempDir Path folder) throws Exception {
    Outbox outbox = new Outbox(folder);
    HandingOver toFolder =
        new HandingOver(mails, settling, outbox, properties, NEVER, transaction, Clock.systemUTC());
    diedWhileSending();
    toFolder.run(new Due(key.value()));
    assertThat(state()).isEqualTo("sent");
    byte[] written = Files.readAllBytes(folder.resolve(key + ".eml"));

    database
        .sql("update mail.messages set state = 'sending' where key = ?")
        .param(key.value())
        .update();
    toFolder.run(new Due(key.value()));
    assertThat(state()).isEqualTo("sent");
    assertThat(folder.toFile().list()).containsExactly(key + ".eml");
    assertThat(Files.readString(folder.resolve(key + ".eml")))
        .isEqualTo(new String(written, StandardCharsets.UTF_8));
  }

  @Test
  void triesSixTimesAndThenSaysThatItFailed() {
    HandingOver away =
        new HandingOver(
            mails, settling, new Closed(), properties, NEVER, transaction, Clock.systemUTC());
    queued();
    for (int n = 0; n < 6; n++) {
      assertThat(away.run(new Due(key.value()))).isInstanceOf(Next.Again.class);
      assertThat(state()).isEqualTo("queued");
    }
    assertThat(away.run(new Due(key.value()))).isEqualTo(Next.done());
    assertThat(state()).isEqualTo("failed");
  }

  @Test
  void takesBackWhatNobodyBegan() {
    queued();
    assertThat(mail.cancel(List.of(key, new MailKey("other")))).containsExactly(key);
    assertThat(mail.cancel(List.of(key))).isEmpty();
    handingOver.run(new Due(key.value()));
    assertThat(state()).isEqualTo("cancelled");
    assertThat(received()).isEmpty();
  }

  /** What was taken back never leaves, and what leaves was not taken back. */
  @Test
  void isTakenBackOrSentWhoeverIsFirst() {
    int taken = 0;
    for (int n = 0; n < 50; n++) {
      MailKey one = new MailKey(key + "-" + n);
      insert(letter(one), bytes());
      List<Boolean> done =
          Together.run(
              2,
              who ->
                  who == 0
                      ? !mail.cancel(List.of(one)).isEmpty()
                      : handingOver.run(new Due(one.value())).equals(Next.done()));
      taken += done.getFirst() ? 1 : 0;
    }
    assertThat(received()).hasSize(50 - taken);
    assertThat(
            database
                .sql(
                    """
                    select count(*) from mail.messages
                    where starts_with(key, ?) and state = 'cancelled'
                    """)
                .param(key + "-")
                .query(Integer.class)
                .single())
        .isEqualTo(taken);
  }

  @Test
  void forgetsWhatIsBeingHandedOverOnceThatIsDone() {
    diedWhileSending();
    mail.forget(List.of(key));
    assertThat(state()).isEqualTo("sending");
    handingOver.run(new Due(key.value()));
    assertThat(
            database
                .sql("select count(*) from mail.messages where key = ?")
                .param(key.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void forgetsADeletedUsersAddress() {
    UserId leaver = new UserId("leaver-" + UUID.randomUUID());
    transaction.executeWithoutResult(_ -> insert(letter().about(leaver), new byte[0]));

    assertThat(erasure.eraseSome(leaver, 10)).isEqualTo(Erasure.SOME);
    assertThat(erasure.eraseSome(leaver, 10)).isEqualTo(Erasure.NOTHING_LEFT);
  }

  @Test
  void forgetsWhatWasSettledLongAgo() {
    queued();
    mail.cancel(List.of(key));
    retention.run();
    assertThat(state()).isEqualTo("cancelled");
    database
        .sql("update mail.messages set settled_at = now() - interval '31 days' where key = ?")
        .param(key.value())
        .update();
    retention.run();
    assertThat(state()).as("a letter is kept for a year").isEqualTo("cancelled");
    database
        .sql("update mail.messages set purpose = 'notice' where key = ?")
        .param(key.value())
        .update();
    retention.run();
    assertThatThrownBy(this::state).isInstanceOf(RuntimeException.class);
  }

  /** It has it all, and is gone before it said so. */
  @Test
  void neverSendsAgainWhatAServerMayHave() {
    try (ScriptedServer server = new ScriptedServer()) {
      server.answers(".", ScriptedServer.HANG_UP);
      HandingOver toIt = to(server);
      queued();
      for (int n = 0; n < 3; n++) {
        assertThat(toIt.run(new Due(key.value()))).isEqualTo(Next.done());
        assertThat(state()).isEqualTo("unconfirmed");
      }
      assertThat(server.mails()).isEqualTo(1);
    }
  }

  /** Each is asked for its lock while the server has it. */
  @Test
  void holdsNoTransactionWhileTheServerIsTalkedTo() {
    List<MailKey> letters =
        IntStream.range(0, 1000).mapToObj(n -> new MailKey(key + "-" + n)).toList();
    letters.forEach(it -> insert(letter(it), withId(it)));
    List<String> asked = new CopyOnWriteArrayList<>();
    List<String> held = new CopyOnWriteArrayList<>();
    try (ScriptedServer server = new ScriptedServer()) {
      server.meanwhile(
          messageId -> {
            asked.add(messageId);
            if (!isFree(messageId)) {
              held.add(messageId);
            }
          });
      HandingOver toIt = to(server);
      letters.forEach(it -> toIt.run(new Due(it.value())));
    }

    assertThat(held).isEmpty();
    assertThat(asked).hasSize(1000).doesNotHaveDuplicates();
    assertThat(states()).containsOnly("sent");
  }

  /** Whether it is known to be on its way, and nobody holds it. */
  private boolean isFree(String messageId) {
    return database
        .sql(
            """
            select key from mail.messages where message_id = ? and state = 'sending'
            for update skip locked
            """)
        .param(messageId)
        .query(String.class)
        .optional()
        .isPresent();
  }

  private HandingOver to(ScriptedServer server) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.port());
    return new HandingOver(
        mails, settling, new Smtp(sender), properties, NEVER, transaction, Clock.systemUTC());
  }

  private List<String> states() {
    return database
        .sql("select distinct state from mail.messages where starts_with(key, ?)")
        .param(key + "-")
        .query(String.class)
        .list();
  }

  private static byte[] withId(MailKey key) {
    return "Message-ID: <%s@localhost>\r\nSubject: x\r\n\r\nhello\r\n"
        .formatted(key)
        .getBytes(StandardCharsets.UTF_8);
  }

  private OutgoingMail letter() {
    return letter(key);
  }

  private OutgoingMail letter(MailKey key) {
    return OutgoingMail.of(key, Purpose.LETTER, address, "Checkout is slow", "Please help.");
  }

  /** Without a task: nobody else hands it over. */
  private void queued() {
    insert(letter(), bytes());
  }

  private void insert(OutgoingMail mail, byte[] bytes) {
    mails.insert(List.of(new Mails.Prepared(mail, "<" + mail.key() + "@localhost>", bytes)));
  }

  private byte[] bytes() {
    return ("To: " + address + "\r\nSubject: x\r\n\r\nhello\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private void diedWhileSending() {
    queued();
    transaction.executeWithoutResult(_ -> mails.beginToHandOver(key, "smtp"));
  }

  private String state() {
    return database
        .sql("select state from mail.messages where key = ?")
        .param(key.value())
        .query(String.class)
        .single();
  }

  private List<MimeMessage> received() {
    return received(address);
  }
}
