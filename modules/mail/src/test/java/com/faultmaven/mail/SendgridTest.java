package com.faultmaven.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What SendGrid tells, if it is SendGrid. */
class SendgridTest extends OnAMailServer {

  private static final String PATH = "/api/v1/mail/events/sendgrid";

  private final MailKey key = new MailKey("g-" + UUID.randomUUID());
  private final String address = "ada+" + UUID.randomUUID() + "@faultmaven.dev";

  @Autowired private Mail mail;
  @Autowired private Mails mails;
  @Autowired private Settling settling;
  @Autowired private TransactionTemplate transaction;
  @LocalServerPort private int port;

  @Test
  void isBelievedWhereItSigned() throws Exception {
    sent();
    String body =
        """
        [{"event":"processed","timestamp":1773480400,"delivery_id":"%1$s"},
         {"event":"delivered","timestamp":1773480413,"smtp-id":"<%1$s@localhost>",
          "sg_message_id":"14c5d75ce93.dfd.64b469","email":"x@y.dev"},
         {"event":"open","timestamp":1773480500,"delivery_id":"%1$s"},
         {"event":"bounce","type":"blocked","reason":"550 \\ud800 full","timestamp":1773480600,
          "delivery_id":"%1$s"}, 7, {"event":{}}, {"event":"delivered","timestamp":"soon"}]
        """
            .formatted(key);
    for (int n = 0; n < 2; n++) {
      Answer answer = send(body, now(), SENDGRID).is(200);
      assertThat(answer.at("/recorded").asInt()).isEqualTo(n == 0 ? 2 : 0);
    }
    MailLook look = Objects.requireNonNull(mail.look(List.of(key)).get(key));
    assertThat(look.state()).isEqualTo(MailState.BOUNCED);
    assertThat(look.retryable()).isTrue();
    assertThat(look.providerMessageId()).isEqualTo("14c5d75ce93.dfd.64b469");
    assertThat(look.error()).isEqualTo("550 ? full");
  }

  @Test
  void isNotBelievedOtherwise() throws Exception {
    sent();
    String body =
        "[{\"event\":\"spamreport\",\"timestamp\":1773480413,\"delivery_id\":\"%s\"}]"
            .formatted(key);
    KeyPair other = KeyPairGenerator.getInstance("EC").generateKeyPair();
    send(body, now(), other).is(401, "AUTHENTICATION_REQUIRED");
    send(body, Long.toString(Instant.now().getEpochSecond() - 660), SENDGRID).is(401);
    send(body, "soon", SENDGRID).is(401);
    post(body, null, null).is(401);
    post(body, "not base64", now()).is(401);
    post(body + " ", signature(body, now(), SENDGRID), now()).is(401);

    assertThat(Objects.requireNonNull(mail.look(List.of(key)).get(key)).state())
        .isEqualTo(MailState.SENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "7", "[", "\u0000"})
  void isToldWhatItSentWrong(String body) throws Exception {
    assertThat(send(body, now(), SENDGRID).status()).isIn(400, 422);
  }

  @Test
  void isReadUpToABound() throws Exception {
    String body = "[" + " ".repeat(262_144) + "]";
    send(body, now(), SENDGRID).is(413, "BODY_TOO_LARGE");
  }

  private Answer send(String body, String time, KeyPair keys) throws Exception {
    return post(body, signature(body, time, keys), time);
  }

  private Answer post(String body, @Nullable String signature, @Nullable String time) {
    Api api = Api.on(port);
    if (signature != null && time != null) {
      api =
          api.with("X-Twilio-Email-Event-Webhook-Signature", signature)
              .with("X-Twilio-Email-Event-Webhook-Timestamp", time);
    }
    return api.post(PATH, body);
  }

  private static String signature(String body, String time, KeyPair keys) throws Exception {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update((time + body).getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  private static String now() {
    return Long.toString(Instant.now().getEpochSecond());
  }

  private void sent() {
    OutgoingMail letter = OutgoingMail.of(key, Purpose.LETTER, address, "s", "t");
    byte[] bytes = "x\r\n".getBytes(StandardCharsets.US_ASCII);
    mails.insert(List.of(new Mails.Prepared(letter, "<" + key + "@localhost>", bytes)));
    transaction.executeWithoutResult(
        _ -> {
          mails.beginToHandOver(key, "smtp");
          settling.settle(key, MailState.SENT, null);
        });
  }
}
