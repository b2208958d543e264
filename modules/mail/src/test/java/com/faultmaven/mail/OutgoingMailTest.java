package com.faultmaven.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a mail, and what cannot. */
class OutgoingMailTest {

  private static final MailProperties PROPERTIES =
      new MailProperties(
          "FaultMaven <hello@faultmaven.dev>",
          null,
          Path.of("unused"),
          MailProperties.Tls.REQUIRED,
          MailProperties.InDoubt.HOLD,
          Duration.ofDays(1),
          Duration.ofDays(1),
          MailProperties.Provider.SENDGRID,
          new MailProperties.Sendgrid(null));

  private final Mime mime = new Mime(PROPERTIES, Clock.systemUTC());

  @Test
  void isTextAndHtmlFromUsUnderItsKey() throws Exception {
    MimeMessage read = read(mail("Grüße 🔥", "1 < 2 & \"x\"\nfine"));

    assertThat(read.getMessageID()).isEqualTo("<k-1@faultmaven.dev>");
    assertThat(read.getFrom()[0]).hasToString("FaultMaven <hello@faultmaven.dev>");
    assertThat(read.getSubject()).isEqualTo("Grüße 🔥");
    assertThat(read.getHeader("X-SMTPAPI", null))
        .isEqualTo("{\"unique_args\": {\"delivery_id\": \"k-1\"}}");
    MimeMultipart parts = (MimeMultipart) read.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent()).asString().isEqualTo("1 < 2 & \"x\"\nfine");
    assertThat(parts.getBodyPart(1).getContent())
        .asString()
        .isEqualToIgnoringNewLines("<p>1 &lt; 2 &amp; &quot;x&quot;<br>\nfine</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x\r\nBcc: eve@evil.dev", "x\ny", "x\u0000", "x\u2028Bcc: e@e.de", "\ud83d", " "})
  void takesNoSubjectThatIsMoreThanASubject(String subject) {
    assertThatThrownBy(() -> mail(subject, "text")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Bcc, eve@evil.dev",
    "To, x@y.dev",
    "Subject, x",
    "X-A, 'a\r\nBcc: e@evil.dev'",
    "X-A, é"
  })
  void takesNoHeaderThatIsNotOneOfItsOwn(String name, String value) {
    assertThatThrownBy(() -> mail("x", "y").with(name, value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsHeadersThatAre() throws Exception {
    MimeMessage read = read(mail("x", "y").with("List-Unsubscribe", "<https://x.dev/u>"));
    assertThat(read.getHeader("List-Unsubscribe")).containsExactly("<https://x.dev/u>");
  }

  /** Ten thousand times whatever Unicode has: refused, or one message to the one recipient. */
  @Test
  void isOneMessageToOneRecipientWhateverIsWritten() throws Exception {
    Random random = new Random(7);
    int sent = 0;
    for (int n = 0; n < 10_000; n++) {
      String text = anything(random);
      OutgoingMail mail;
      try {
        mail = mail(text, "<script>" + text + "\r\n.\r\nQUIT\r\n");
      } catch (IllegalArgumentException refused) {
        continue;
      }
      MimeMessage read = read(mail);
      assertThat(read.getAllRecipients()).hasSize(1);
      assertThat(read.getRecipients(RecipientType.TO)[0]).hasToString("ada@faultmaven.dev");
      assertThat(read.getHeader("Bcc")).isNull();
      assertThat(((MimeMultipart) read.getContent()).getCount()).isEqualTo(2);
      sent++;
    }
    assertThat(sent).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @CsvSource({
    "ada@faultmaven.dev, LETTER, true",
    "a.b+c@sub.faultmaven.dev, LETTER, true",
    "test@faultmaven.dev, LETTER, false",
    "test@faultmaven.dev, ACCOUNT, true",
    "x@EXAMPLE.com, LETTER, false",
    "x@example.com, NOTICE, true",
    "a@b, ACCOUNT, false",
    "a b@c.dev, ACCOUNT, false",
    "a@c.dev>, ACCOUNT, false",
    "a@-c.dev, ACCOUNT, false",
    "'a@b.dev,c@d.dev', ACCOUNT, false"
  })
  void goesToAddressesSomebodyMayHave(String address, Purpose purpose, boolean goes) {
    assertThat(Address.takes(address, purpose)).isEqualTo(goes);
  }

  @Test
  void decidesOnLongAddressesAtOnce() {
    assertThat(Address.takes("a".repeat(245) + "@b.dev", Purpose.ACCOUNT)).isTrue();
    assertThat(Address.takes("a@" + "b-".repeat(120) + ".d", Purpose.ACCOUNT)).isFalse();
    assertThat(Address.takes("a".repeat(300) + "@b.dev", Purpose.ACCOUNT)).isFalse();
  }

  private static String anything(Random random) {
    int[] points = random.ints(1 + random.nextInt(40), 1, 0x2FFFF).toArray();
    int[] some = random.nextBoolean() ? points : random.ints(20, 0x20, 0x7F).toArray();
    return new String(some, 0, some.length);
  }

  private static OutgoingMail mail(String subject, String text) {
    return OutgoingMail.of(new MailKey("k-1"), Purpose.LETTER, "ada@faultmaven.dev", subject, text);
  }

  private MimeMessage read(OutgoingMail mail) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(mime.bytes(mail)));
  }

  @Test
  void isPreparedInPortionsThatFitIntoMemory() {
    List<OutgoingMail> small = seventy("x".repeat(1_000));
    List<OutgoingMail> large = seventy("x".repeat(50_000));

    assertThat(Preparing.portions(small)).hasSize(1);
    assertThat(Preparing.portions(large)).hasSize(12).allMatch(some -> some.size() <= 6);
    assertThat(Preparing.portions(large).stream().flatMap(List::stream)).hasSize(70);
    assertThat(Preparing.portions(List.of())).isEmpty();
  }

  private static List<OutgoingMail> seventy(String text) {
    return IntStream.range(0, 70).mapToObj(_ -> mail("s", text)).toList();
  }
}
