package com.faultmaven.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets no mail, and how somebody who got a letter gets none any more. */
class SuppressionsTest extends OnAMailServer {

  private static final Pattern LINK =
      Pattern.compile(
          "<https://cases\\.example\\.com(/api/v1/mail/unsubscribe/[A-Za-z0-9_-]{22})>");

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
  private final String address = "Ada+" + UUID.randomUUID() + "@faultmaven.dev";

  @Autowired private Mail mail;
  @Autowired private SuppressionRows rows;
  @Autowired private ActorsOfSuppressions actors;
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "OPTED_OUT, LETTER, opted_out",
    "OPTED_OUT, NOTICE, sent",
    "OPTED_OUT, ACCOUNT, sent",
    "MANUAL, LETTER, suppressed",
    "MANUAL, NOTICE, suppressed",
    "MANUAL, ACCOUNT, sent",
    "COMPLAINED, NOTICE, suppressed",
    "COMPLAINED, ACCOUNT, sent",
    "BOUNCED, LETTER, suppressed",
    "BOUNCED, NOTICE, suppressed",
    "BOUNCED, ACCOUNT, suppressed",
  })
  void holdsUpWhatItsReasonSays(SuppressionReason reason, Purpose purpose, String state) {
    rows.put(List.of(suppression(reason)));
    MailKey key = send(purpose);
    await().atMost(20, SECONDS).until(() -> state(key).equals(state));
    assertThat(received(address)).hasSize(state.equals("sent") ? 1 : 0);
  }

  @Test
  void keepsTheStrongestReason() {
    rows.put(
        List.of(suppression(SuppressionReason.MANUAL), suppression(SuppressionReason.COMPLAINED)));
    rows.put(List.of(suppression(SuppressionReason.OPTED_OUT)));
    assertThat(reason()).isEqualTo("complained");
    admin().put(suppressions(), "{\"note\":\"by telephone\"}").is(200);
    assertThat(reason()).isEqualTo("complained");
    rows.put(List.of(suppression(SuppressionReason.BOUNCED)));
    assertThat(reason()).isEqualTo("bounced");
  }

  /** A scanner of mail follows every link: that is no click. */
  @Test
  void optsOutByOneClickAndByNoLink() throws Exception {
    String link = linkOf(send(Purpose.LETTER));

    assertThat(Api.on(port).get(link).is(200).text("/status")).isEqualTo("subscribed");
    Answer page = Api.on(port).with("Accept", "text/html,*/*;q=0.8").get(link).is(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("<form method=\"post\">").doesNotContain("faultmaven.dev");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(reasonOrNone()).isEqualTo("none");

    String form = "application/x-www-form-urlencoded";
    for (int n = 0; n < 2; n++) {
      Api.on(port).send("POST", link, form, "List-Unsubscribe=One-Click").is(200);
    }
    assertThat(reason()).isEqualTo("opted_out");
    MailKey next = send(Purpose.LETTER);
    await().atMost(20, SECONDS).until(() -> state(next).equals("opted_out"));
    assertThat(received(address)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"multipart/form-data;boundary=x, '--x--'", "application/json, '{\"a\":'", "x/y, z"})
  void takesAnyBody(String type, String body) throws Exception {
    String link = linkOf(send(Purpose.LETTER));
    Api.on(port).send("POST", link, type, body).is(200);
    assertThat(reason()).isEqualTo("opted_out");
  }

  @Test
  void letsABrowserSeeThatItIsDone() throws Exception {
    String link = linkOf(send(Purpose.LETTER));
    Answer done = Api.on(port).with("Accept", "text/html").send("POST", link, null, "").is(200);
    assertThat(done.body()).contains("<h1>Done</h1>").doesNotContain("<form");
  }

  @Test
  void givesNoMailButLettersALink() throws Exception {
    MailKey notice = send(Purpose.NOTICE);
    await().atMost(20, SECONDS).until(() -> state(notice).equals("sent"));
    assertThat(received(address).getFirst().getHeader("List-Unsubscribe")).isNull();
  }

  @Test
  void keepsTheLinkOfALetterThatIsGone() throws Exception {
    MailKey key = send(Purpose.LETTER);
    String link = linkOf(key);
    mail.forget(List.of(key));
    Api.on(port).send("POST", link, null, "").is(200);
    assertThat(reason()).isEqualTo("opted_out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAA", "x", "%00", "..%2F"})
  void knowsNoOtherLink(String token) {
    String link = "/api/v1/mail/unsubscribe/" + token;
    int status = Api.on(port).get(link).status();
    assertThat(status).isIn(400, 404);
    assertThat(Api.on(port).send("POST", link, null, "").status()).isEqualTo(status);
  }

  @Test
  void isListedAndTakenAwayByAdministratorsWhoAreRecorded() {
    UserId ada = new UserId("admin-" + UUID.randomUUID());
    Api api = Api.on(port).as(ada.value()).with("X-User-Roles", "admin");
    Answer put = api.put(suppressions(), "{\"note\":\"by telephone\"}").is(200);
    assertThat(put.text("/email")).isEqualTo(address.toLowerCase(Locale.ROOT));
    assertThat(put.text("/reason")).isEqualTo("manual");

    Answer first = api.get("/api/v1/mail/suppressions?limit=1&reason=manual").is(200);
    assertThat(first.text("/suppressions/0/note")).isEqualTo("by telephone");
    assertThat(first.at("/total").asInt()).isPositive();

    api.delete(suppressions()).is(204);
    api.delete(suppressions()).is(404, "SUPPRESSION_NOT_FOUND");
    assertThat(audit(ada)).containsExactly("put", "deleted");
    while (actors.eraseSome(ada, 1) == Erasure.SOME) {}
    assertThat(audit(ada)).isEmpty();
  }

  @Test
  void isForAddressesOnly() {
    admin().put("/api/v1/mail/suppressions/nobody", "{}").is(404, "SUPPRESSION_NOT_FOUND");
    admin().put(suppressions(), "{\"reason\":\"bounced\"}").is(422, "VALIDATION_FAILED");
    admin().get("/api/v1/mail/suppressions?cursor=x").is(400, "INVALID_PARAMETER");
  }

  @Test
  void isPagedThrough() {
    for (int n = 0; n < 3; n++) {
      admin().put("/api/v1/mail/suppressions/" + n + address, "{}").is(200);
    }
    Answer first = admin().get("/api/v1/mail/suppressions?limit=2").is(200);
    Answer second =
        admin()
            .get("/api/v1/mail/suppressions?limit=2&cursor=" + first.text("/next_cursor"))
            .is(200);
    assertThat(second.texts("/suppressions", "email"))
        .doesNotContainAnyElementsOf(first.texts("/suppressions", "email"))
        .isNotEmpty();
  }

  private List<String> audit(UserId actor) {
    return database
        .sql("select action from mail.suppression_audit where actor_id = ? order by number")
        .param(actor.value())
        .query(String.class)
        .list();
  }

  private Suppression suppression(SuppressionReason reason) {
    return new Suppression(address.toLowerCase(Locale.ROOT), reason, null, Instant.now());
  }

  private MailKey send(Purpose purpose) {
    MailKey key = new MailKey("s-" + UUID.randomUUID());
    mail.send(OutgoingMail.of(key, purpose, address, "Checkout is slow", "Please help."));
    return key;
  }

  private String linkOf(MailKey key) throws Exception {
    await().atMost(20, SECONDS).until(() -> state(key).equals("sent"));
    MimeMessage letter = received(address).getLast();
    assertThat(letter.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    Matcher link = LINK.matcher(letter.getHeader("List-Unsubscribe", null));
    assertThat(link.matches()).isTrue();
    return link.group(1);
  }

  private String state(MailKey key) {
    return Objects.requireNonNull(mail.look(List.of(key)).get(key)).state().word();
  }

  private String reason() {
    String reason = reasonOrNone();
    assertThat(reason).isNotEqualTo("none");
    return reason;
  }

  private String reasonOrNone() {
    return database
        .sql("select reason from mail.suppressions where email = lower(?)")
        .param(address)
        .query(String.class)
        .optional()
        .orElse("none");
  }

  private Api admin() {
    return Api.on(port).asSomebody().with("X-User-Roles", "admin");
  }

  private String suppressions() {
    return "/api/v1/mail/suppressions/" + address;
  }
}
