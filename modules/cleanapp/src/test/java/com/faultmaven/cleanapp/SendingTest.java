package com.faultmaven.cleanapp;

import static com.faultmaven.cleanapp.Town.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Letters as CleanApp's clients draft and send them. */
@ModuleTest
class SendingTest {

  private final String word = "w" + UUID.randomUUID().toString().substring(24);

  @LocalServerPort private int port;
  private Town town;
  private Api ada;
  private String caseId = "";
  private String escalations = "";
  private long duty;
  private long other;

  @BeforeEach
  void openACase() {
    town = new Town(port);
    ada = town.as("ada");
    int one = town.report(8.5412, 47.3766, "Tiles fall\\nfrom the roof", 0.9);
    Answer opened =
        ada.post(
                "/api/v4/cases",
                """
                {"title": "Tiles fall", "summary": "Beside the entrance.", "report_seqs": [%s],
                 "escalation_targets": [{"email": "duty@%s.dev", "confidence_score": 0.9},
                   {"email": "Other@%s.dev", "confidence_score": 0.5}, {"phone": "1"}]}
                """
                    .formatted(one, word, word))
            .is(201);
    caseId = opened.text("/case/case_id");
    duty = opened.at("/escalation_targets/0/id").asLong();
    other = opened.at("/escalation_targets/1/id").asLong();
    escalations = "/api/v4/cases/" + caseId + "/escalations";
  }

  @Test
  void isDraftedForAllWhoHaveAnAddress() {
    Answer draft = ada.post(escalations + "/draft", "").is(200);

    assertThat(draft.text("/subject")).isEqualTo("Escalation: Tiles fall");
    assertThat(draft.text("/body"))
        .startsWith(
            """
            FaultMaven opened case Tiles fall (%s).

            Summary: Beside the entrance.
            Classification: physical
            Status: open
            Linked reports: 1
            - #"""
                .formatted(caseId))
        .contains(", severity 0.90: Tiles fall from the roof\n\n")
        .endsWith("Please tell us what will be done and by when.");
    assertThat(draft.at("/targets").size()).isEqualTo(2);
    assertThat(draft.at("/linked_count").asInt()).isEqualTo(1);
    assertThat(draft.at("/cc_emails").isArray()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v3", "/api/v4"})
  void isSentAndSaysWhatBecameOfIt(String base) {
    Answer sent =
        ada.post(
                base + "/cases/" + caseId + "/escalations/send",
                """
                {"target_ids": [%s], "subject": " Tiles ", "body": "Please.", "actor_user_id": "eve",
                 "cc_emails": ["B@%s.dev; nobody, a@%s.dev", "DUTY@%s.dev", "a@%s.dev"]}
                """
                    .formatted(duty, word, word, word, word))
            .is(200);

    assertThat(sent.text("/subject")).isEqualTo("Tiles");
    assertThat(sent.at("/cc_emails").toString())
        .isEqualTo("[\"a@%s.dev\",\"b@%s.dev\"]".formatted(word, word));
    assertThat(sent.at("/actions").size()).isEqualTo(1);
    assertThat(sent.at("/actions/0/target_id").asLong()).isEqualTo(duty);
    assertThat(sent.text("/actions/0/sent_by_user_id")).isEqualTo(town.userId("ada"));
    assertThat(sent.texts("/deliveries", "delivery_status")).containsOnly("sent");
    assertThat(sent.texts("/deliveries", "delivery_source"))
        .containsExactly("suggested", "manual_cc", "manual_cc");
    assertThat(sent.at("/deliveries/0/action_id")).isEqualTo(sent.at("/actions/0/id"));
    assertThat(sent.at("/deliveries/1").has("action_id")).isFalse();
    assertThat(sent.text("/deliveries/0/provider")).isEqualTo("outbox");

    Answer detail = ada.get(base + "/cases/" + caseId).is(200);
    assertThat(detail.at("/email_deliveries").size()).isEqualTo(3);
    assertThat(detail.texts("/audit_events", "event_type")).contains("case_escalation_requested");
    assertThat(detail.body()).contains("\\\"target_ids\\\":[" + duty + "]");
    assertThat(ada.get(base + "/cases/" + caseId + "/escalations").is(200).at("/deliveries"))
        .isEqualTo(detail.at("/email_deliveries"));
  }

  @Test
  void isNotSentAgainWhereItJustWas() {
    String letter = "{\"target_ids\": [%s], \"subject\": \"s\", \"body\": \"%s\"}";
    List<Answer> answers =
        Together.run(3, _ -> ada.post(escalations + "/send", letter.formatted(duty, "b")));
    answers.forEach(it -> it.is(200));
    assertThat(answers.stream().map(it -> it.at("/deliveries/0/id").asLong()).distinct())
        .hasSize(1);

    Answer both =
        ada.post(escalations + "/send", letter.formatted(duty + ", " + other, "b")).is(200);
    assertThat(both.at("/deliveries/0/id")).isEqualTo(answers.getFirst().at("/deliveries/0/id"));
    assertThat(both.at("/deliveries").size()).isEqualTo(2);
    ada.post(escalations + "/send", letter.formatted(duty, "another")).is(200);
    assertThat(ada.get(escalations).is(200).at("/deliveries").size()).isEqualTo(3);
  }

  @Test
  void goesToTargetsOfMergedCasesToo() {
    String there =
        ada.post("/api/v4/cases", targets("there@%s.dev", "DUTY@%s.dev"))
            .is(201)
            .text("/case/case_id");
    ada.post(
            "/api/v4/cases/merge",
            "{\"target_case_id\": \"%s\", \"source_case_ids\": [\"%s\"]}".formatted(caseId, there))
        .is(200);

    Answer sent = ada.post(escalations + "/send", "{}").is(200);

    assertThat(sent.texts("/deliveries", "recipient_email"))
        .containsExactlyInAnyOrder(
            "duty@%s.dev".formatted(word),
            "Other@%s.dev".formatted(word),
            "there@%s.dev".formatted(word));
    assertThat(error(ada.post("/api/v4/cases/" + there + "/escalations/send", "{}").is(409)))
        .isEqualTo("case was merged");
  }

  private String targets(String one, String other) {
    return """
        {"title": "x", "escalation_targets": [{"email": "%s"}, {"email": "%s"}]}
        """
        .formatted(one.formatted(word), other.formatted(word));
  }

  @Test
  void saysOfAddressesThatNobodyHas() {
    Answer kept =
        ada.post(
                "/api/v4/cases/upsert-from-cluster",
                """
                {"title": "x", "existing_case_id": "%s",
                 "escalation_targets": [{"email": "test@%s.dev"}, {"email": "no address"}]}
                """
                    .formatted(caseId, word))
            .is(200);
    String ids =
        "[%s, %s]"
            .formatted(
                kept.at("/escalation_targets/2/id").asLong(),
                kept.at("/escalation_targets/3/id").asLong());

    Answer sent = ada.post(escalations + "/send", "{\"target_ids\": %s}".formatted(ids)).is(200);

    assertThat(sent.texts("/deliveries", "delivery_status")).containsOnly("invalid_email");
    assertThat(sent.text("/subject")).isEqualTo("Escalation: Tiles fall");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"target_ids\": [2147483647]} | no email-capable escalation targets selected",
        "{\"target_ids\": [\"1\"]} | invalid json",
        "{\"subject\": \"x\\r\\nBcc: eve@evil.dev\"} | subject must have no control characters",
        "{\"subject\": [\"x\"]} | invalid json",
        "[] | invalid json",
      })
  void isRefusedInCleanAppsWords(String body, String words) {
    assertThat(error(ada.post(escalations + "/send", body).is(400))).isEqualTo(words);
    assertThat(ada.get(escalations).is(200).at("/deliveries").isEmpty()).isTrue();
  }

  @Test
  void isOneMailWhoeverPutsMoreIntoAnAddress() {
    String copies = "\"a@%s.dev\\r\\nBcc: eve@evil.dev\"".formatted(word);
    Answer sent =
        ada.post(
                escalations + "/send",
                "{\"target_ids\": [%s], \"cc_emails\": [%s]}".formatted(duty, copies))
            .is(200);
    assertThat(sent.texts("/deliveries", "recipient_email"))
        .containsExactly("duty@%s.dev".formatted(word), "a@%s.dev".formatted(word), "eve@evil.dev");
  }
}
