package com.faultmaven.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.Together;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** From asking for a letter to what its recipients get. */
class LettersTest extends OnAMailServer {

  @Autowired private SqlWatch sql;

  @Test
  void goesToEachAddressOnceAndSaysWhatBecameOfIt() throws Exception {
    String target = addTarget("duty");
    String copy = address("mayor");
    Answer sent =
        send("""
                {"target_ids":["%s","%s"],"cc_emails":["%s","%s","%s"],"subject":" The hall ",
                 "body":"1 < 2 & <script>x</script>\\nfine"}
                """
                .formatted(target, target, copy, copy.toUpperCase(Locale.ROOT), address("DUTY")))
            .is(202);
    String id = sent.text("/escalation_id");
    assertThat(sent.header("Location")).endsWith("/escalations/" + id);
    assertThat(sent.texts("/deliveries", "email")).containsExactly(address("duty"), copy);
    assertThat(sent.texts("/deliveries", "kind")).containsExactly("to", "cc");

    Answer done = awaitStatus(id, "sent");
    assertThat(done.texts("/deliveries", "status")).containsOnly("sent");
    assertThat(done.texts("/deliveries", "provider")).containsOnly("smtp");
    assertThat(received(address("duty"))).hasSize(1);
    assertThat(received(copy)).hasSize(1);
    MimeMessage letter = received(copy).getFirst();
    assertThat(letter.getSubject()).isEqualTo("The hall");
    assertThat(letter.getMessageID()).isEqualTo(done.text("/deliveries/1/message_id"));
    assertThat(letter.getHeader("List-Unsubscribe", null))
        .startsWith("<https://cases.example.com/api/v1/mail/unsubscribe/");
    MimeMultipart parts = (MimeMultipart) letter.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .isEqualToNormalizingNewlines("1 < 2 & <script>x</script>\nfine");
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void isDraftedAsItIsSent() throws Exception {
    addTarget("duty");
    Answer draft = api().post(ofCase("escalations/draft"), "").is(200);
    assertThat(draft.text("/subject")).isEqualTo("Escalation: Tiles <b>fall</b>");
    assertThat(draft.text("/body"))
        .isEqualTo(
            """
            FaultMaven opened case Tiles <b>fall</b> (%s).

            Summary: From the market hall.
            Classification: physical
            Status: consulting
            Linked reports: 0

            Please tell us what will be done and by when."""
                .formatted(caseId()));
    assertThat(draft.texts("/targets", "email")).containsExactly(address("duty"));
    assertThat(api().get(ofCase("escalations")).is(200).at("/total").asInt()).isZero();

    awaitStatus(send("{}").is(202).text("/escalation_id"), "sent");
    assertThat(received(address("duty")).getFirst().getSubject()).isEqualTo(draft.text("/subject"));
  }

  @Test
  void isSentOnceUnderItsKey() {
    addTarget("duty");
    List<Answer> answers =
        Together.run(
            4, n -> api().with("Idempotency-Key", "key-" + word).post(ofCase("escalations"), "{}"));
    Answer first = answers.stream().filter(it -> it.status() == 202).findFirst().orElseThrow();
    awaitStatus(first.text("/escalation_id"), "sent");
    assertThat(api().get(ofCase("escalations")).is(200).at("/total").asInt()).isEqualTo(1);
    assertThat(received(address("duty"))).hasSize(1);
  }

  @Test
  void bothersNobodyTwiceInAnHourUnlessItIsMeant() {
    addTarget("duty");
    addTarget("other");
    awaitStatus(send("{}").is(202).text("/escalation_id"), "sent");
    send("{}").is(409, "RECENTLY_ESCALATED");
    send("{\"cc_emails\":[\"%s\"],\"target_ids\":[]}".formatted(address("new"))).is(202);
    awaitStatus(send("{\"repeat\":true}").is(202).text("/escalation_id"), "sent");
    assertThat(received(address("duty"))).hasSize(2);
  }

  @Test
  void saysOfEachWhoGetsNone() {
    String test = "test@" + word + ".dev";
    Answer done =
        awaitStatus(
            send("{\"cc_emails\":[\"%s\",\"%s\"],\"target_ids\":[]}".formatted(test, address("a")))
                .is(202)
                .text("/escalation_id"),
            "partly_sent");
    assertThat(done.texts("/deliveries", "status")).containsExactly("invalid_email", "sent");
    String invalid = done.text("/deliveries/0/delivery_id");
    api().get(ofCase("deliveries/" + invalid + "/message")).is(404, "DELIVERY_NOT_FOUND");
    api().post(ofCase("deliveries/" + invalid + "/retry"), "").is(409, "DELIVERY_NOT_RETRYABLE");
  }

  @Test
  void isOverWhereItCanReachNobody() {
    String json = "{\"target_ids\":[],\"cc_emails\":[\"demo@%s.dev\"]}".formatted(word);
    Answer sent = send(json).is(202);
    assertThat(sent.text("/status")).isEqualTo("failed");
    assertThat(awaitStatus(sent.text("/escalation_id"), "failed").text("/deliveries/0/status"))
        .isEqualTo("invalid_email");
    assertThat(api().get(ofCase("deliveries?status=invalid_email")).at("/total").asInt())
        .isEqualTo(1);
  }

  @Test
  void needsSomebodyToGoTo() {
    send("{}").is(422, "NO_RECIPIENTS");
    api().post(ofCase("escalation-targets"), "{\"phone\":\"1\"}").is(201);
    send("{}").is(422, "NO_RECIPIENTS");
    api().post(ofCase("escalations/draft"), "{}").is(200);
  }

  @Test
  void goesToTargetsOfTheCaseOnly() {
    String target = addTarget("duty");
    String other = as("ada").post("/api/v2/cases", "{}").is(201).text("/case_id");
    Answer refused =
        api()
            .post(
                "/api/v1/cases/" + other + "/escalations",
                "{\"target_ids\":[\"x\",\"%s\"]}".formatted(target))
            .is(422, "VALIDATION_FAILED");
    assertThat(refused.violations())
        .containsExactly("/target_ids/0:unknown_value", "/target_ids/1:unknown_value");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"subject\":\"x\\r\\nBcc: eve@evil.dev\"}', /subject",
    "'{\"subject\":\"x\\u2028Bcc: eve@evil.dev\"}', /subject",
    "'{\"subject\":\"  \"}', /subject",
    "'{\"subject\":\"\"}', /subject",
    "'{\"subject\":\"x\\u0000\"}', /subject",
    "'{\"subject\":\"x\\ud800\"}', /subject",
    "'{\"body\":\" \"}', /body",
    "'{\"body\":\"x\\ud800\"}', /body",
    "'{\"cc_emails\":[\"a@b\"]}', /cc_emails/0",
    "'{\"cc_emails\":[\"a@b.dev\\r\\nBcc: x@y.dev\"]}', /cc_emails/0",
    "'{\"cc_emails\":[\"a@b.dev, x@y.dev\"]}', /cc_emails/0",
    "'{\"cc_emails\":[null]}', /cc_emails/0",
    "'{\"actor_user_id\":\"eve\"}', /actor_user_id",
    "'{\"sent_by_user_id\":\"eve\"}', /sent_by_user_id",
  })
  void takesNothingThatIsNoLetter(String json, String place) {
    addTarget("duty");
    Answer refused = send(json).is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).singleElement().asString().startsWith(place + ":");
    assertThat(api().get(ofCase("escalations")).is(200).at("/total").asInt()).isZero();
  }

  @Test
  void isBounded() {
    addTarget("duty");
    send("{\"body\":\"%s\"}".formatted("x".repeat(50_001))).is(422);
    send("{\"subject\":\"%s\"}".formatted("x".repeat(251))).is(422);
    send("{\"target_ids\":[%s]}".formatted(many(51, "\"tgt_0000000000000000\""))).is(422);
    send("{\"cc_emails\":[%s]}".formatted(many(21, "\"a@b.dev\""))).is(422);
    send("{\"subject\":\"%s\",\"body\":\"%s\"}".formatted("é".repeat(250), "🔥".repeat(50_000)))
        .is(202);
  }

  /** However many it goes to. */
  @Test
  void takesAsManyStatementsForManyAsForOne() {
    Answer one = send("{\"target_ids\":[],\"cc_emails\":[%s]}".formatted(copies("o", 1)));
    Answer many = send("{\"target_ids\":[],\"cc_emails\":[%s]}".formatted(copies("m", 20)));
    assertThat(statements(many.is(202))).isEqualTo(statements(one.is(202))).isNotZero();
  }

  private int statements(Answer answer) {
    return sql.statementsOf(answer.header("X-Correlation-ID")).size();
  }

  private static String many(int count, String one) {
    return IntStream.range(0, count).mapToObj(_ -> one).collect(Collectors.joining(","));
  }

  /** Sixty an hour and user, however they are spread; nothing is sent of what is too much. */
  @Test
  void isSentByOnePersonSoOftenAndNoMore() {
    for (int n = 0; n < 3; n++) {
      String copies = copies("a" + n, 19);
      send("{\"target_ids\":[],\"cc_emails\":[%s]}".formatted(copies)).is(202);
    }
    Answer refused =
        send("{\"target_ids\":[],\"cc_emails\":[%s]}".formatted(copies("b", 4)))
            .is(429, "RATE_LIMITED");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3000, 3600);
    send("{\"target_ids\":[],\"cc_emails\":[%s]}".formatted(copies("c", 3))).is(202);
    send("{\"target_ids\":[],\"cc_emails\":[%s]}".formatted(copies("d", 1))).is(429);
  }

  @Test
  void isNeverMoreThanThatWhoeverAsksAtTheSameTime() {
    List<Answer> answers =
        Together.run(
            6, n -> send("{\"target_ids\":[],\"cc_emails\":[%s]}".formatted(copies("t" + n, 15))));
    assertThat(answers.stream().filter(it -> it.status() == 202)).hasSize(4);
    assertThat(answers.stream().filter(it -> it.status() == 429)).hasSize(2);
  }

  private String copies(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> "\"" + address(name + "-" + n) + "\"")
        .collect(Collectors.joining(","));
  }

  /** Whatever is written: one mail, to whom it was meant for. */
  @Test
  void isOneMailWhateverIsWritten() throws Exception {
    Random dice = new Random(7);
    for (int n = 0; n < 40; n++) {
      String subject = text(dice, 100);
      String body = text(dice, 500);
      Answer answer =
          send(
              "{\"target_ids\":[],\"repeat\":true,\"cc_emails\":[\"%s\"],\"subject\":%s,\"body\":%s}"
                  .formatted(address("x" + n), json(subject), json(body)));
      assertThat(answer.status()).as(subject).isIn(202, 422);
      if (answer.status() == 202) {
        awaitStatus(answer.text("/escalation_id"), "sent");
        assertThat(received(address("x" + n))).hasSize(1);
        assertThat(received(address("x" + n)).getFirst().getHeader("Bcc")).isNull();
      }
    }
  }

  private static String text(Random dice, int most) {
    int[] points = {
      'a', ' ', '<', '>', '&', '"', '\'', '\n', '\r', ':', 0x301, 0x1F525, 0x202E, 0xE9, '.'
    };
    return IntStream.range(0, 1 + dice.nextInt(most))
        .mapToObj(_ -> Character.toString(points[dice.nextInt(points.length)]))
        .collect(Collectors.joining());
  }

  private static String json(String text) {
    return new JsonMapper().writeValueAsString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"esc_", "esc_zzzzzzzzzzzzzzzz", "x", "esc_00000000000000001"})
  void isFoundByItsIdOnly(String id) {
    api().get(ofCase("escalations/" + id)).is(404, "ESCALATION_NOT_FOUND");
    api().post(ofCase("escalations/" + id + "/cancel"), "").is(404, "ESCALATION_NOT_FOUND");
  }
}
