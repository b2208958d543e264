package com.faultmaven.reports.dossiers;

import static com.faultmaven.reports.Cases.link;
import static com.faultmaven.reports.Cases.opened;
import static com.faultmaven.reports.Cases.path;
import static com.faultmaven.reports.Cases.share;
import static com.faultmaven.reports.Organization.REPORTS;
import static com.faultmaven.reports.Organization.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.contracts.reports.events.CaseReportsLinkedV1;
import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.reports.Organization;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** Reports that are linked to cases, and what the dossier says of them. */
@ModuleTest
class LinkingTest {

  private final String user = "ada-" + UUID.randomUUID();

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  @Autowired private DossiersOfDeletedCases contents;
  @Autowired private NamesInDossiers names;
  private Organization acme;
  private Api ada;
  private String caseId = "";

  @BeforeEach
  void openACase() {
    acme = Organization.on(port);
    ada = acme.member(user);
    caseId = opened(ada);
  }

  @Test
  void everyCaseHasADossier() {
    Answer empty = ada.get(path(caseId, "dossier")).is(200);
    assertThat(empty.header("ETag")).isEqualTo("\"0\"");
    assertThat(empty.text("/type")).isEqualTo("incident");
    assertThat(empty.at("/bbox").isNull()).isTrue();
    assertThat(empty.at("/report_count").asInt()).isZero();
    assertThat(empty.at("/severity_score").asDouble()).isZero();
  }

  @Test
  void makeTheDossierFollow() {
    String first = report("2026-03-14T09:00:00Z", 0.9, 8.3, 47.05);
    String second = report("2026-03-15T09:00:00Z", 0.4, 8.4, 47.0);

    Answer result = link(ada, caseId, first, second).is(200);

    assertThat(result.at("/linked").asInt()).isEqualTo(2);
    assertThat(result.at("/total").asInt()).isEqualTo(2);
    Answer dossier = ada.get(path(caseId, "dossier")).is(200);
    assertThat(dossier.at("/severity_score").asDouble()).isEqualTo(0.9);
    assertThat(dossier.at("/criticality_score").asDouble()).isEqualTo(0.9);
    assertThat(dossier.at("/urgency_score").asDouble()).isCloseTo(0.9, within(1e-9));
    assertThat(dossier.text("/first_seen_at")).isEqualTo("2026-03-14T09:00:00Z");
    assertThat(dossier.text("/last_seen_at")).isEqualTo("2026-03-15T09:00:00Z");
    assertThat(dossier.at("/bbox").toString()).isEqualTo("[8.3,47.0,8.4,47.05]");
    assertThat(dossier.header("ETag")).isEqualTo("\"1\"");

    ada.delete(path(caseId, "linked-reports/" + first)).is(204);
    ada.delete(path(caseId, "linked-reports/" + first)).is(204);
    ada.delete(path(caseId, "linked-reports/rep_x")).is(404, "REPORT_NOT_FOUND");

    Answer left = ada.get(path(caseId, "dossier")).is(200);
    assertThat(left.at("/severity_score").asDouble()).isEqualTo(0.4);
    assertThat(left.text("/first_seen_at")).isEqualTo("2026-03-15T09:00:00Z");
    assertThat(left.at("/report_count").asInt()).isOne();
    assertThat(left.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void takeAnotherReasonAndConfidenceAndStayOne() {
    String report = report("2026-03-14T09:00:00Z", 0.9, 8.3, 47.05);
    link(ada, caseId, report).is(200);

    Answer again =
        ada.post(
                path(caseId, "linked-reports"),
                "{\"report_ids\": [\"%s\"], \"reason\": \"seen\", \"confidence\": 0.5}"
                    .formatted(report))
            .is(200);

    assertThat(again.at("/linked").asInt()).isZero();
    assertThat(again.at("/updated").asInt()).isOne();
    Answer linked = ada.get(path(caseId, "linked-reports")).is(200);
    assertThat(linked.at("/total").asInt()).isOne();
    assertThat(linked.text("/reports/0/reason")).isEqualTo("seen");
    assertThat(linked.at("/reports/0/confidence").asDouble()).isEqualTo(0.5);
    assertThat(linked.text("/reports/0/linked_by")).isEqualTo(user);
  }

  @Test
  void areToldInOrderUnlessNothingChanges() {
    String report = report("2026-03-14T09:00:00Z", 0.9, 8.3, 47.05);
    try (RecordedEvents events = RecordedEvents.of(context)) {
      link(ada, caseId, report).is(200);
      link(ada, caseId, report).is(200);
      ada.delete(path(caseId, "linked-reports/" + report)).is(204);
      ada.delete(path(caseId, "linked-reports/" + report)).is(204);

      List<ContractEvent> told =
          events.all().stream().filter(it -> it.aggregateId().equals(caseId)).toList();
      assertThat(told)
          .extracting(ContractEvent::eventType)
          .containsExactly("case.reports_linked", "case.reports_unlinked");
      assertThat(told).extracting(ContractEvent::aggregateVersion).isSorted();
      CaseReportsLinkedV1 linked = events.ofType(CaseReportsLinkedV1.class).getFirst();
      assertThat(linked.payload().reportIds()).containsExactly(report);
      assertThat(linked.payload().userId()).isEqualTo(user);
      assertThat(linked.payload().changedBy()).isEqualTo(user);
      assertThat(linked.payload().reportCount()).isOne();
    }
  }

  @Test
  void showReadersOfTheCaseNoMoreThanALinkSays() {
    String secret =
        submitted(
            ada,
            """
            {"visibility": "private", "description": "secret words", "metadata": {"m": "secret"},
             "media": [{"url": "https://a.example/secret.jpg"}],
             "analyses": [{"title": "Tiles", "summary": "Loose tiles", "description": "secret too",
               "contact_emails": ["secret@a.example"], "brand": "secret brand"}]}
            """);
    link(ada, caseId, secret).is(200);
    Api grace = acme.member("grace");
    share(ada, caseId, "grace", "viewer");

    Answer seen = grace.get(path(caseId, "linked-reports")).is(200);
    assertThat(seen.text("/reports/0/title")).isEqualTo("Tiles");
    assertThat(seen.text("/reports/0/summary")).isEqualTo("Loose tiles");
    assertThat(seen.body()).doesNotContain("secret");
    grace.get(REPORTS + "/" + secret).is(404, "REPORT_NOT_FOUND");
    link(grace, caseId, secret).is(403, "PERMISSION_DENIED");
  }

  @Test
  void areReportsThatTheCallerMayRead() {
    String hidden = submitted(acme.member("mallory"), "{\"visibility\": \"private\"}");
    String elsewhere = submitted(Organization.on(port).member(user), "{}");
    String mine = submitted(ada, "{}");

    Answer refused = link(ada, caseId, mine, hidden, elsewhere, "rep_x").is(422);

    assertThat(refused.violations())
        .containsExactlyInAnyOrder(
            "/report_ids/1:unknown_report",
            "/report_ids/2:unknown_report",
            "/report_ids/3:unknown_report");
    assertThat(ada.get(path(caseId, "linked-reports")).is(200).at("/total").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"report_ids\": []}",
        "{\"report_ids\": [\"rep_0000000000000000\"], \"confidence\": 1.0001}",
        "{\"report_ids\": [\"rep_0000000000000000\"], \"confidence\": \"0.5\"}",
        "{\"report_ids\": [\"rep_0000000000000000\"], \"reason\": \"a\\u0000b\"}",
        "{\"report_ids\": [\"rep_0000000000000000\"], \"reason\": \" \"}",
        "{\"report_ids\": [\"rep_0000000000000000\"], \"actor_user_id\": \"ada\"}",
        "{\"report_ids\": [\"\\u0000\"]}"
      })
  void areRefusedIfTheyMakeNoSense(String body) {
    ada.post(path(caseId, "linked-reports"), body).is(422, "VALIDATION_FAILED");
  }

  @Test
  void areListedPageByPage() {
    for (int n = 0; n < 5; n++) {
      link(ada, caseId, report("2026-03-14T09:00:00Z", 0.1, 8.3, 47)).is(200);
    }
    Answer first = ada.get(path(caseId, "linked-reports") + "?limit=3").is(200);
    Answer next =
        ada.get(path(caseId, "linked-reports") + "?limit=3&cursor=" + first.text("/next_cursor"))
            .is(200);
    Answer skipped = ada.get(path(caseId, "linked-reports") + "?limit=3&offset=3").is(200);

    assertThat(first.at("/total").asInt()).isEqualTo(5);
    assertThat(first.texts("/reports", "report_id")).hasSize(3);
    assertThat(next.texts("/reports", "report_id"))
        .hasSize(2)
        .isEqualTo(skipped.texts("/reports", "report_id"));
    assertThat(next.at("/next_cursor").isMissingNode()).isTrue();
  }

  @Test
  void keepAReportFromBeingDeleted() {
    String report = report("2026-03-14T09:00:00Z", 0.9, 8.3, 47.05);
    link(ada, caseId, report).is(200);
    ada.delete(REPORTS + "/" + report).is(409, "REPORT_LINKED");
    ada.delete(path(caseId, "linked-reports/" + report)).is(204);
    ada.delete(REPORTS + "/" + report).is(204);
  }

  @Test
  void areAtMostTwoThousand() {
    Api service = acme.service();
    for (int bulk = 0; bulk < 4; bulk++) {
      link(ada, caseId, bulk(service, 500)).is(200);
    }
    link(ada, caseId, bulk(service, 1)).is(409, "LIMIT_REACHED");
    assertThat(ada.get(path(caseId, "dossier")).is(200).at("/report_count").asInt())
        .isEqualTo(2000);
  }

  private static String[] bulk(Api service, int count) {
    String body = "{\"reports\": [%s]}".formatted("{},".repeat(count - 1) + "{}");
    return service
        .post(REPORTS + "/bulk", body)
        .is(207)
        .texts("/results", "report_id")
        .toArray(String[]::new);
  }

  @Test
  void fitWithTheDeletionOfTheReportOrOfTheCase() {
    for (int round = 0; round < 20; round++) {
      String id = opened(ada);
      String report = report("2026-03-14T09:00:00Z", 0.9, 8.3, 47.05);
      List<Answer> answers =
          Together.run(
              3,
              n ->
                  n == 0
                      ? link(ada, id, report)
                      : n == 1
                          ? ada.delete(REPORTS + "/" + report)
                          : ada.delete("/api/v2/cases/" + id));
      assertThat(answers.get(0).status()).isIn(200, 404, 422);
      assertThat(answers.get(1).status()).isIn(204, 409);
      answers.get(2).is(204);
      if (answers.get(0).status() == 422) {
        answers.get(1).is(204);
      }
    }
  }

  @Test
  void goWithTheCase() {
    String report = report("2026-03-14T09:00:00Z", 0.9, 8.3, 47.05);
    link(ada, caseId, report).is(200);
    List<CaseId> ids = List.of(new CaseId(caseId));

    assertThat(contents.deleteSome(ids, 2)).isEqualTo(2);
    assertThat(contents.deleteSome(ids, 500)).isOne();
    assertThat(contents.deleteSome(ids, 500)).isZero();
    assertThat(ada.get(path(caseId, "dossier")).is(200).at("/version").asInt()).isZero();
  }

  @Test
  void nameNobodyWhoseDataIsDeleted() {
    link(ada, caseId, report("2026-03-14T09:00:00Z", 0.9, 8.3, 47.05)).is(200);
    while (names.eraseSome(new UserId(user), 1) == Erasure.SOME) {
      assertThat(user).isNotBlank();
    }
    assertThat(ada.get(path(caseId, "linked-reports")).is(200).at("/reports/0/linked_by").isNull())
        .isTrue();
    assertThat(
            ada.get(path(caseId, "dossier/audit-events"))
                .is(200)
                .at("/audit_events/0/actor")
                .isNull())
        .isTrue();
  }

  private String report(String at, double severity, double longitude, double latitude) {
    return submitted(
        ada,
        """
        {"reported_at": "%s", "location": {"type": "Point", "coordinates": [%s, %s]},
         "analyses": [{"title": "Tiles", "severity": %s}]}
        """
            .formatted(at, longitude, latitude, severity));
  }
}
