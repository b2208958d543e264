package com.faultmaven.status.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.mail.MailEvent;
import com.faultmaven.mail.MailEvents;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Addresses that say so are told by mail, until they say that it is enough. */
@ModuleTest
class MailSubscriptionsTest {

  @RegisterExtension
  private static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withPerMethodLifecycle(false);

  private static final String SUBSCRIPTIONS = "/api/v1/status-subscriptions";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final String organization = "acme-" + UUID.randomUUID();
  private final String user = "ada-" + UUID.randomUUID();
  private final String page = "/status/o/" + organization;
  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
  private final Mailbox mailbox = new Mailbox(SERVER);

  @LocalServerPort private int port;
  @Autowired private RequestRetention retention;
  @Autowired private OwnedSubscriptions owned;
  @Autowired private Sending sending;
  @Autowired private MailEvents events;
  private Api ada;
  private Api anybody;

  @DynamicPropertySource
  static void server(DynamicPropertyRegistry settings) {
    settings.add("spring.mail.host", () -> "127.0.0.1");
    settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    settings.add("faultmaven.mail.tls", () -> "optional");
    settings.add("faultmaven.status-page.address", () -> "https://status.test");
  }

  @BeforeEach
  void publish() {
    ada =
        Api.on(port)
            .with("X-Organization-ID", organization)
            .as(user)
            .with("X-User-Roles", "[\"admin\"]");
    anybody = Api.on(port).with("X-Forwarded-For", network());
    describe("{\"name\":\"Acme \\\"Status\\\"\",\"public\":true}");
  }

  @Test
  void tellsWhoConfirmedUntilTheyLeave() throws Exception {
    Answer asked = subscribe(mailbox, "").is(202);
    assertThat(asked.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(asked.header("Cache-Control")).isEqualTo("no-store");
    assertThat(asked.header("Referrer-Policy")).isEqualTo("no-referrer");
    MimeMessage question = mailbox.awaited(1).getFirst();
    assertThat(question.getSubject()).contains("Acme \"Status\"");
    assertThat(Mailbox.html(question)).contains(Mailbox.link(question));
    String confirm = Mailbox.link(question);
    assertThat(confirm).startsWith(page + "/subscriptions/confirm?token=");

    // a program that follows links confirms nothing
    assertThat(anybody.get(confirm).is(200).body()).contains("<form method=\"post\">");
    assertThat(subscriptions()).isEmpty();
    anybody.send("POST", confirm, FORM, "").is(200);
    anybody.send("POST", confirm, FORM, "").is(200);
    assertThat(subscriptions()).containsExactly(mailbox.address());

    String incident = open(service("Payments"));
    MimeMessage notice = mailbox.awaited(2).getLast();
    assertThat(notice.getSubject()).isEqualTo("[Acme \"Status\"] Payments time out: investigating");
    assertThat(Mailbox.text(notice))
        .contains("We **look** into it.", "Payments", "https://status.test" + page + "/incidents/");
    assertThat(Mailbox.html(notice)).contains("<strong>look</strong>");
    assertThat(notice.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String leave = Mailbox.link(notice);
    assertThat(notice.getHeader("List-Unsubscribe"))
        .containsExactly("<https://status.test" + leave + ">");
    assertThat(notice.getMessageID()).matches("<status\\.[0-9a-f-]{36}\\.[0-9a-f-]{36}@localhost>");
    awaitDelivered(1);

    anybody.get(leave).is(200);
    ada.post(incident + "/resolve", "{\"message\":\"Done.\",\"notify\":false}").is(200);
    assertThat(mailbox.awaited(3).getLast().getSubject()).endsWith("resolved");

    Mailbox other = confirmed();
    anybody.send("POST", leave, FORM, "List-Unsubscribe=One-Click").is(200);
    anybody.send("POST", leave, FORM, "List-Unsubscribe=One-Click").is(200);
    assertThat(subscriptions()).containsExactly(other.address());
    anybody.send("POST", confirm, FORM, "").is(404);
    open(service("Search"));
    other.awaited(2);
    assertThat(mailbox.mails()).hasSize(3);
  }

  @Test
  void tellsOfTheServicesThatWereChosenOnly() {
    String payments = service("Payments");
    String search = service("Search");
    confirmed(mailbox, "&service=" + payments);
    Mailbox all = confirmed();
    open(search);
    all.awaited(2);
    open(payments);
    all.awaited(3);
    assertThat(mailbox.awaited(2)).hasSize(2);

    // whoever chooses anew is told of that alone, once they confirmed it
    subscribe(mailbox, "&service=" + search).is(202);
    assertThat(services(mailbox)).containsExactly(payments);
    anybody.send("POST", Mailbox.link(mailbox.awaited(3).getLast()), FORM, "").is(200);
    assertThat(services(mailbox)).containsExactly(search);
    subscribe(mailbox, "").is(202);
    anybody.send("POST", Mailbox.link(mailbox.awaited(4).getLast()), FORM, "").is(200);
    assertThat(ada.get(SUBSCRIPTIONS).is(200).texts("/data", "email")).contains(mailbox.address());
    assertThat(services(mailbox)).isEmpty();
  }

  @Test
  void tellsOfMaintenanceAndNotOfEachCondition() {
    String service = service("Payments");
    confirmed(mailbox, "");
    ada.post(
            "/api/v1/maintenances",
            """
            {"title": "New disks", "body": "All of *them*.", "service_ids": ["%s"],
             "scheduled_for": "2990-01-01T00:00:00Z", "scheduled_until": "2990-01-02T00:00:00Z"}
            """
                .formatted(service))
        .is(201);
    MimeMessage notice = mailbox.awaited(2).getLast();
    assertThat(Mailbox.text(notice))
        .contains("New disks", "From 1 Jan 2990, 00:00 UTC to 2 Jan 2990", "All of *them*.")
        .contains(page + "/maintenances/");
    assertThat(Mailbox.html(notice)).contains("<em>them</em>");
  }

  @Test
  void answersTheSameWhoeverIsSubscribed() {
    confirmed(mailbox, "");
    String again = subscribe(mailbox, "").is(202).body();
    assertThat(subscribe(new Mailbox(SERVER), "").is(202).body()).isEqualTo(again);
    Answer known = ask(ada, mailbox.address()).is(202);
    assertThat(known.body()).isEqualTo(ask(ada, "new@acme.dev").is(202).body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "ada@acme",
        "ada@@acme.dev",
        "ada@acme.dev\\nBcc: eve@acme.dev",
        "ada@acme.dev, eve@acme.dev",
        "<ada@acme.dev>"
      })
  void refusesWhatIsNoAddress(String address) {
    assertThat(ask(ada, address).is(422, "VALIDATION_FAILED").violations())
        .singleElement()
        .asString()
        .startsWith("/email:");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"channel\":\"email\"}', /email:required",
    "'{\"channel\":\"webhook\"}', /url:required",
    "'{\"channel\":\"email\",\"email\":\"a@acme.dev\",\"url\":\"https://acme.dev/x\"}', /url:not_allowed",
    "'{\"channel\":\"webhook\",\"email\":\"a@acme.dev\",\"url\":\"https://acme.dev/x\"}', /email:not_allowed"
  })
  void takesWhatBelongsToTheChannel(String body, String violation) {
    assertThat(ada.post(SUBSCRIPTIONS, body).is(422, "VALIDATION_FAILED").violations())
        .containsExactly(violation);
  }

  @Test
  void isForPublicPagesAndTheirServices() {
    anybody
        .with("Accept", "application/json")
        .send(
            "POST", page + "/subscriptions", FORM, "email=a@acme.dev&service=" + UUID.randomUUID())
        .is(404, "SERVICE_NOT_FOUND");
    anybody.send("POST", page + "/subscriptions", FORM, "email=a@acme.dev&service=x").is(422);
    anybody.send("POST", page + "/subscriptions", FORM, "email=%ZZ").is(400);
    describe("{\"public\":false}");
    ask(ada, "ada@acme.dev").is(409, "CHANNEL_UNAVAILABLE");
    Api nobody = anybody.with("X-Organization-ID", organization);
    ask(nobody, "ada@acme.dev").is(401, "AUTHENTICATION_REQUIRED");
    nobody
        .post(SUBSCRIPTIONS, "{\"channel\":\"webhook\",\"url\":\"https://acme.dev/x\"}")
        .is(401, "AUTHENTICATION_REQUIRED");
    subscribe(mailbox, "").is(404);
    anybody.get(page + "/subscriptions").is(404);
  }

  @Test
  void forgetsWhoDoesNotConfirmInTime() {
    subscribe(mailbox, "").is(202);
    String confirm = Mailbox.link(mailbox.awaited(1).getFirst());
    database
        .sql("update status.subscription_requests set expires_at = now() where address = ?")
        .param(mailbox.address())
        .update();
    anybody.get(confirm).is(404);
    anybody.send("POST", confirm, FORM, "").is(404);
    anybody.send("POST", page + "/subscriptions/confirm?token=x", FORM, "").is(404);
    anybody.send("POST", page + "/subscriptions/unsubscribe?token=x", FORM, "").is(404);
    retention.run();
    assertThat(requests()).isZero();
  }

  @Test
  void asksAnAddressAndOnBehalfOfOneCallerFewTimes() {
    String plus = mailbox.address().replace("@", "+%s@");
    for (int n = 0; n < 5; n++) {
      ask(ada, plus.formatted(n)).is(202);
    }
    Answer refused = ask(ada, mailbox.address()).is(429, "RATE_LIMITED");
    assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 86_400L);

    for (int n = 6; n < 20; n++) {
      ask(ada, "n%s@acme.dev".formatted(UUID.randomUUID())).is(202);
    }
    ask(ada, "n%s@acme.dev".formatted(UUID.randomUUID())).is(429, "RATE_LIMITED");
    Api elsewhere = ada.instead("X-Organization-ID", "another-" + organization);
    elsewhere.put("/api/v1/status-page", "{\"name\":\"Another\",\"public\":true}").is(200);
    ask(elsewhere, "n%s@acme.dev".formatted(UUID.randomUUID())).is(429, "RATE_LIMITED");
    Answer page = subscribe(mailbox, "");
    assertThat(page.is(429).body()).contains("<h1>");
  }

  @Test
  void confirmsOnceHoweverOftenAtTheSameTime() {
    subscribe(mailbox, "").is(202);
    subscribe(mailbox, "").is(202);
    List<String> links = mailbox.awaited(2).stream().map(Mailbox::link).toList();
    Together.run(8, n -> anybody.send("POST", links.get(n % 2), FORM, "").is(200));
    assertThat(subscriptions()).containsExactly(mailbox.address());
  }

  @Test
  void isOnesOwnAndGoesWithTheUser() {
    ask(ada, mailbox.address()).is(202);
    anybody.send("POST", Mailbox.link(mailbox.awaited(1).getFirst()), FORM, "").is(200);
    Api mine = ada.instead("X-User-Roles", "[]");
    Answer listed = mine.get(SUBSCRIPTIONS).is(200);
    assertThat(listed.texts("/data", "email")).containsExactly(mailbox.address());
    assertThat(listed.text("/data/0/url")).isEqualTo("mailto:" + mailbox.address());
    Api eve = mine.instead("X-User-ID", "eve-" + user);
    assertThat(eve.get(SUBSCRIPTIONS).is(200).at("/data").isEmpty()).isTrue();
    mine.post(SUBSCRIPTIONS + "/" + listed.text("/data/0/id") + "/test", "").is(202);
    mailbox.awaited(2);

    assertThat(owned.eraseSome(new UserId(user), 10)).isEqualTo(Erasure.SOME);
    assertThat(owned.eraseSome(new UserId(user), 10)).isEqualTo(Erasure.NOTHING_LEFT);
    assertThat(subscriptions()).isEmpty();
    assertThat(requests()).isZero();
  }

  @Test
  void saysWhatBecameOfEachMailAndSendsItAgain() {
    confirmed(mailbox, "");
    database
        .sql("update status.subscriptions set address = 'ada@-acme.dev' where address = ?")
        .param(mailbox.address())
        .update();
    open(service("Payments"));
    String id = ada.get(SUBSCRIPTIONS).is(200).text("/data/0/id");
    String path = SUBSCRIPTIONS + "/" + id + "/deliveries";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ada.get(path).at("/data/0/state").asString().equals("failed"));
    Answer failed = ada.get(path);
    assertThat(failed.text("/data/0/last_error")).startsWith("invalid_email");

    database
        .sql("update status.subscriptions set address = ? where id = ?::uuid")
        .params(mailbox.address(), id)
        .update();
    String delivery = failed.text("/data/0/id");
    ada.post(path + "/" + delivery + "/retry", "").is(202);
    mailbox.awaited(2);
    awaitDelivered(1);
  }

  @Test
  void putsNothingOfOthersIntoHeaders() throws Exception {
    describe("{\"name\":\"Acme: \\u00fc\\u202e\",\"public\":true}");
    confirmed(mailbox, "");
    String service = service("Payments");
    ada.post(
            "/api/v1/incidents",
            "{\"title\":\"a\\nBcc: eve@acme.dev\\n\\n%s\",\"severity\":\"low\",\"service_ids\":[\"%s\"]}"
                .formatted("\\ud83d\\udd25".repeat(175), service))
        .is(201);
    MimeMessage notice = mailbox.awaited(2).getLast();
    assertThat(notice.getSubject()).startsWith("[Acme: ü\u202e] a Bcc: eve@acme.dev").endsWith("…");
    assertThat(notice.getAllRecipients()).hasSize(1);
    assertThat(notice.getHeader("Bcc")).isNull();
  }

  /** Nobody knew whether the server had it, until its provider told. */
  @Test
  void believesWhoeverDeliveredAMailInDoubt() throws Exception {
    confirmed(mailbox, "");
    open(service("Payments"));
    String id = mailbox.awaited(2).getLast().getMessageID();
    awaitDelivered(1);
    database
        .sql("update mail.messages set state = 'unconfirmed' where message_id = ?")
        .param(id)
        .update();
    database
        .sql(
            """
            update status.deliveries d set state = 'unconfirmed' from status.subscriptions s
            where s.id = d.subscription_id and s.organization_id = ?
            """)
        .param(organization)
        .update();
    Instant now = Instant.now();
    events.record(
        List.of(new MailEvent(null, id, MailEvent.Type.DELIVERED, false, null, now, null)));
    awaitDelivered(1);
  }

  /** What a server took may come back, and then its address gets nothing more. */
  @Test
  void saysWhichMailsCameBackAndSendsNoMoreThere() throws Exception {
    confirmed(mailbox, "");
    open(service("Payments"));
    String id = mailbox.awaited(2).getLast().getMessageID();
    awaitDelivered(1);
    String path =
        SUBSCRIPTIONS + "/" + ada.get(SUBSCRIPTIONS).is(200).text("/data/0/id") + "/deliveries";

    events.record(
        List.of(
            new MailEvent(null, id, MailEvent.Type.BOUNCED, false, "nobody", Instant.now(), null)));

    Answer returned = ada.get(path).is(200);
    assertThat(returned.text("/data/0/state")).isEqualTo("failed");
    assertThat(returned.text("/data/0/last_error")).startsWith("bounced");
    open(service("Search"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ada.get(path).text("/data/0/last_error").startsWith("suppressed"));
    assertThat(mailbox.mails()).hasSize(2);
  }

  private Mailbox confirmed() {
    Mailbox mine = new Mailbox(SERVER);
    confirmed(mine, "");
    return mine;
  }

  private void confirmed(Mailbox mine, String fields) {
    subscribe(mine, fields).is(202);
    anybody.send("POST", Mailbox.link(mine.awaited(1).getFirst()), FORM, "").is(200);
  }

  private Answer subscribe(Mailbox mine, String fields) {
    return anybody
        .with("Accept", "text/html")
        .send("POST", page + "/subscriptions", FORM, "email=" + mine.address() + fields);
  }

  private Answer ask(Api api, String address) {
    return api.post(SUBSCRIPTIONS, "{\"channel\":\"email\",\"email\":\"%s\"}".formatted(address));
  }

  private String service(String name) {
    return ada.post("/api/v1/services", "{\"name\":\"" + name + "\"}").is(201).text("/id");
  }

  private String open(String service) {
    return ada.post(
            "/api/v1/incidents",
            """
            {"title":"Payments time out","body":"We **look** into it.","severity":"low",
             "service_ids":["%s"]}
            """
                .formatted(service))
        .is(201)
        .header("Location");
  }

  private void describe(String json) {
    ada.put("/api/v1/status-page", json).is(200);
  }

  private List<String> subscriptions() {
    return database
        .sql("select address from status.subscriptions where organization_id = ? order by address")
        .param(organization)
        .query(String.class)
        .list();
  }

  private int requests() {
    return database
        .sql("select count(*) from status.subscription_requests where organization_id = ?")
        .param(organization)
        .query(Integer.class)
        .single();
  }

  private List<String> services(Mailbox mine) {
    return database
        .sql(
            """
            select x.service_id::text from status.subscription_services x
            join status.subscriptions s on s.id = x.subscription_id where s.address = ?
            """)
        .param(mine.address())
        .query(String.class)
        .list();
  }

  private void awaitDelivered(int deliveries) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                database
                        .sql(
                            """
                            select count(*) from status.deliveries d
                            join status.subscriptions s on s.id = d.subscription_id
                            where s.organization_id = ? and d.state = 'delivered'
                            """)
                        .param(organization)
                        .query(Integer.class)
                        .single()
                    == deliveries);
  }

  /** Another one for each test. */
  private static String network() {
    long bits = UUID.randomUUID().getMostSignificantBits();
    return "2001:db8:%s:%s::1"
        .formatted(Long.toHexString(bits & 0xFFFF), Long.toHexString(bits >>> 48));
  }
}
