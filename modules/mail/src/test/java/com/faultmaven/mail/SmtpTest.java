package com.faultmaven.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.mail.WayOut.HandOver;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is known after each answer a server can give. */
class SmtpTest {

  private static final byte[] MAIL =
      "Subject: x\r\nMessage-ID: <a@b>\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void accepted() {
    assertThat(handOver()).isEqualTo(new HandOver.Accepted());
    assertThat(server.mails()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"MAIL, 550", "RCPT, 550", "DATA, 554", "., 552"})
  void refusedForGood(String command, String code) {
    server.answers(command, code + " no <ada@faultmaven.dev>");
    assertThat(handOver()).isEqualTo(new HandOver.Refused("the server answered " + code));
  }

  @ParameterizedTest
  @CsvSource({"MAIL, 451", "RCPT, 450", "DATA, 421", "., 452"})
  void refusedForNow(String command, String code) {
    server.answers(command, code + " later");
    assertThat(handOver()).isEqualTo(new HandOver.PutOff("the server answered " + code));
  }

  @ParameterizedTest
  @CsvSource({"EHLO", "MAIL", "RCPT", "DATA"})
  void silentBeforeItHadTheMailIsAsIfRefusedForNow(String command) {
    server.answers(command, ScriptedServer.HANG_UP);
    assertThat(handOver()).isEqualTo(new HandOver.PutOff("the server did not answer"));
  }

  @Test
  void silentAfterItHadTheMailIsUnknown() {
    server.answers(".", ScriptedServer.HANG_UP);
    assertThat(handOver()).isEqualTo(new HandOver.Unknown("the server did not answer"));
    assertThat(server.mails()).isEqualTo(1);
  }

  @Test
  void acceptedHoweverTheServerLeaves() {
    server.answers("QUIT", ScriptedServer.HANG_UP);
    assertThat(handOver()).isEqualTo(new HandOver.Accepted());
  }

  @Test
  void goneIsAsIfRefusedForNow() {
    server.close();
    assertThat(handOver()).isEqualTo(new HandOver.PutOff("the server did not answer"));
  }

  @Test
  void withoutEncryptionGetsNothingWhereItIsRequired() {
    JavaMailSenderImpl strict = sender();
    strict.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
    assertThat(new Smtp(strict).handOver(new MailKey("k"), "ada@faultmaven.dev", MAIL))
        .isInstanceOf(HandOver.PutOff.class);
    assertThat(server.mails()).isZero();
  }

  private HandOver handOver() {
    return new Smtp(sender()).handOver(new MailKey("k"), "ada@faultmaven.dev", MAIL);
  }

  private JavaMailSenderImpl sender() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.port());
    return sender;
  }
}
