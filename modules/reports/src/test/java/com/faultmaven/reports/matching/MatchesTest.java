package com.faultmaven.reports.matching;

import static com.faultmaven.reports.Cases.link;
import static com.faultmaven.reports.Cases.merge;
import static com.faultmaven.reports.Cases.opened;
import static com.faultmaven.reports.Cases.openedFrom;
import static com.faultmaven.reports.Cases.path;
import static com.faultmaven.reports.Cases.share;
import static com.faultmaven.reports.Organization.submitted;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.contracts.reports.events.CaseMatchProposedV1;
import com.faultmaven.contracts.reports.events.CaseMatchSettledV1;
import com.faultmaven.reports.Organization;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.dossiers.FollowedCase;
import com.faultmaven.reports.dossiers.Linking;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reports that seem to belong to cases. */
@ModuleTest
class MatchesTest {

  private static final String LIKE = "Loose tiles above the market hall entrance";

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  @Autowired private Matching matching;
  @Autowired private FollowedCase followed;
  @Autowired private NearbyCases nearby;
  @Autowired private Cases cases;
  @Autowired private MatchStore matches;
  @Autowired private Linking linking;
  @Autowired private RandomGenerator random;
  @Autowired private Clock clock;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;
  private Organization acme;
  private Api ada;
  private String linked = "";
  private String caseId = "";

  @BeforeEach
  void openACase() {
    acme = Organization.on(port);
    ada = acme.member("ada-" + UUID.randomUUID());
    linked = report(LIKE, 8.3003);
    caseId = openedFrom(ada, linked).text("/case_id");
  }

  @Test
  void areProposedForCasesNearbyThatHaveOneLikeIt() {
    try (RecordedEvents events = RecordedEvents.of(context)) {
      String report = proposed(LIKE, 8.3005);

      Answer matches = ada.get(path(caseId, "matches")).is(200);
      assertThat(matches.at("/total").asInt()).isOne();
      assertThat(matches.text("/matches/0/report_id")).isEqualTo(report);
      assertThat(matches.text("/matches/0/kind")).isEqualTo("link");
      assertThat(matches.text("/matches/0/state")).isEqualTo("proposed");
      assertThat(matches.text("/matches/0/best_report_id")).isEqualTo(linked);
      assertThat(matches.at("/matches/0/score").asDouble()).isCloseTo(0.9, within(1e-9));
      assertThat(matches.at("/matches/0/reasons").toString()).contains("shared incident language");
      assertThat(
              events.ofType(CaseMatchProposedV1.class).stream()
                  .filter(it -> it.aggregateId().equals(caseId)))
          .hasSize(1);
    }
    proposed("A tree has fallen over the northern lane", 8.3005);
    proposed(LIKE, 8.4);
    matching.propose(ReportId.of(report(LIKE, 8.3005, "private")));
    assertThat(ada.get(path(caseId, "matches")).is(200).at("/total").asInt()).isOne();
    assertThat(ada.get(path(opened(ada), "matches")).is(200).at("/total").asInt()).isZero();
  }

  @Test
  void linkTheReportWhenTheyAreAccepted() {
    String report = proposed(LIKE, 8.3005);
    Answer accepted = decide(ada, "accept").is(200);

    assertThat(accepted.text("/state")).isEqualTo("accepted");
    Answer reports = ada.get(path(caseId, "linked-reports")).is(200);
    assertThat(reports.text("/reports/1/report_id")).isEqualTo(report);
    assertThat(reports.text("/reports/1/reason")).isEqualTo("matched");
    assertThat(reports.at("/reports/1/confidence").asDouble()).isCloseTo(0.9, within(1e-9));
    String settled = path(caseId, "matches/" + accepted.text("/match_id"));
    ada.post(settled + "/accept", "{}").is(409, "MATCH_SETTLED");
    ada.post(settled + "/dismiss", "{}").is(409, "MATCH_SETTLED");
    ada.post(path(caseId, "matches/match_x/accept"), "{}").is(404, "MATCH_NOT_FOUND");
    ada.post(path(opened(ada), "matches/" + accepted.text("/match_id") + "/accept"), "{}")
        .is(404, "MATCH_NOT_FOUND");
  }

  @Test
  void neverComeBack() {
    String dismissed = proposed(LIKE, 8.3005);
    assertThat(decide(ada, "dismiss").is(200).text("/state")).isEqualTo("dismissed");
    String unlinked = report(LIKE, 8.3006);
    link(ada, caseId, unlinked).is(200);
    ada.delete(path(caseId, "linked-reports/" + unlinked)).is(204);

    matching.propose(ReportId.of(dismissed));
    matching.propose(ReportId.of(unlinked));

    assertThat(ada.get(path(caseId, "matches")).is(200).at("/total").asInt()).isZero();
    assertThat(ada.get(path(caseId, "matches?state=dismissed")).is(200).body()).contains(dismissed);
  }

  @Test
  void areAcceptedOnceWhenTwoDoSoAtOnce() {
    proposed(LIKE, 8.3005);
    String match = ada.get(path(caseId, "matches")).text("/matches/0/match_id");
    List<Answer> answers =
        Together.run(4, _ -> ada.post(path(caseId, "matches/" + match + "/accept"), "{}"));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(ada.get(path(caseId, "linked-reports")).at("/total").asInt()).isEqualTo(2);
  }

  @Test
  void areProposedOnceHoweverOftenAndAtOnce() {
    String report = report(LIKE, 8.3005);
    Together.run(
        4,
        _ -> {
          matching.propose(ReportId.of(report));
          return true;
        });
    assertThat(ada.get(path(caseId, "matches")).is(200).at("/total").asInt()).isOne();
  }

  @Test
  void reopenACaseThatWasResolvedLately() {
    ada.post("/api/v2/cases/" + caseId + "/status-changes", "{\"status\": \"investigating\"}")
        .is(201);
    ada.post("/api/v2/cases/" + caseId + "/status-changes", "{\"status\": \"resolved\"}").is(201);
    proposed(LIKE, 8.3005);

    assertThat(ada.get(path(caseId, "matches")).text("/matches/0/kind")).isEqualTo("reopen");
    decide(ada, "accept").is(200);
    assertThat(ada.get("/api/v2/cases/" + caseId).is(200).text("/status"))
        .isEqualTo("investigating");
  }

  @Test
  void areTakenBackWhenThereIsNothingToDecide() {
    try (RecordedEvents events = RecordedEvents.of(context)) {
      String report = proposed(LIKE, 8.3005);
      link(ada, caseId, report).is(200);
      proposed(LIKE, 8.3006);
      ada.post("/api/v2/cases/" + caseId + "/status-changes", "{\"status\": \"closed\"}").is(201);

      await()
          .atMost(20, SECONDS)
          .until(() -> ada.get(path(caseId, "matches?state=superseded")).at("/total").asInt() == 2);
      assertThat(
              events.ofType(CaseMatchSettledV1.class).stream()
                  .filter(it -> it.aggregateId().equals(caseId))
                  .map(it -> it.payload().state()))
          .containsExactly("superseded", "superseded");
    }
    proposed(LIKE, 8.3007);
    assertThat(ada.get(path(caseId, "matches")).at("/total").asInt()).isZero();

    String other = openedFrom(ada, report(LIKE, 8.3003)).text("/case_id");
    String report = proposed(LIKE, 8.3004);
    assertThat(ada.get(path(other, "matches")).texts("/matches", "report_id")).contains(report);
    merge(ada, opened(ada), other).is(200);
    assertThat(ada.get(path(other, "matches")).at("/total").asInt()).isZero();
  }

  @Test
  void areNotProposedForWhatWasPutAsideOrHasLongBeenOver() {
    followed.archived(new CaseId(caseId), true, Instant.now());
    proposedUnseen();
    over("resolved", 31);
    proposedUnseen();
    over("closed", 1);
    proposedUnseen();
    assertThat(total("proposed")).isZero();

    over("resolved", 29);
    String report = proposedUnseen();
    assertThat(ada.get(path(caseId, "matches")).texts("/matches", "report_id"))
        .containsExactly(report);
  }

  /** A report for which nothing is proposed at another time than now. */
  private String proposedUnseen() {
    String id = report(LIKE, 8.3005, "private");
    transaction.executeWithoutResult(
        _ -> {
          show(id, "organization");
          matching.propose(ReportId.of(id));
          show(id, "private");
        });
    return id;
  }

  private void show(String report, String visibility) {
    jdbc.sql("update reports.reports set visibility = ? where report_id = ?")
        .params(visibility, report)
        .update();
  }

  private void over(String status, int days) {
    jdbc.sql(
            """
            update reports.dossiers set case_status = :status, case_archived = false,
              case_updated_at = now() - make_interval(days => :days)
            where case_id = :case
            """)
        .param("status", status)
        .param("days", days)
        .param("case", caseId)
        .update();
  }

  /** Nobody calls the listeners here: what is told reaches them. */
  @Test
  void areProposedAndTakenBackByWhatIsHeard() {
    report(LIKE, 8.3005);
    await().atMost(30, SECONDS).until(() -> total("proposed") == 1);
    String silent =
        submitted(ada, "{\"location\": {\"type\": \"Point\", \"coordinates\": [8.3004, 47.0502]}}");
    ada.put(
            "/api/v1/reports/" + silent + "/analyses/en",
            "{\"title\": \"%s\", \"severity\": 0.8}".formatted(LIKE))
        .is(200);
    await().atMost(30, SECONDS).until(() -> total("proposed") == 2);

    ada.post("/api/v2/cases/" + caseId + "/status-changes", "{\"status\": \"closed\"}").is(201);
    await().atMost(30, SECONDS).until(() -> total("superseded") == 2);
  }

  @Test
  void acceptThemselvesWhereThatIsConfigured() {
    Matching eager =
        new Matching(
            nearby,
            cases,
            matches,
            linking,
            new MatchingProperties("0.8", "1km", Duration.ofDays(30)),
            context,
            random,
            clock);
    String report = report(LIKE, 8.3005, "private");

    // nobody else sees it before it was looked for cases
    transaction.executeWithoutResult(
        _ -> {
          jdbc.sql("update reports.reports set visibility = 'organization' where report_id = ?")
              .param(report)
              .update();
          eager.propose(ReportId.of(report));
        });

    Answer reports = ada.get(path(caseId, "linked-reports")).is(200);
    assertThat(reports.text("/reports/1/report_id")).isEqualTo(report);
    assertThat(reports.text("/reports/1/linked_by")).isEqualTo("system");
    assertThat(total("accepted")).isOne();
  }

  private int total(String state) {
    return ada.get(path(caseId, "matches?state=" + state)).is(200).at("/total").asInt();
  }

  @Test
  void areDecidedByWhoMayWrite() {
    proposed(LIKE, 8.3005);
    Api grace = acme.member("grace");
    grace.get(path(caseId, "matches")).is(404, "CASE_NOT_FOUND");
    share(ada, caseId, "grace", "viewer");
    grace.get(path(caseId, "matches")).is(200);
    decide(grace, "accept").is(403, "PERMISSION_DENIED");
    share(ada, caseId, "grace", "collaborator");
    assertThat(decide(grace, "dismiss").is(200).text("/settled_by")).isEqualTo("grace");
  }

  private Answer decide(Api who, String verb) {
    String match = ada.get(path(caseId, "matches")).text("/matches/0/match_id");
    return who.post(
        path(caseId, "matches/" + match + "/" + verb), "{\"reason\": \"the same roof\"}");
  }

  /** A report for which it is certain that it was looked for cases. */
  private String proposed(String title, double longitude) {
    String id = report(title, longitude);
    matching.propose(ReportId.of(id));
    return id;
  }

  private String report(String title, double longitude) {
    return report(title, longitude, "organization");
  }

  private String report(String title, double longitude, String visibility) {
    return submitted(
        ada,
        """
        {"location": {"type": "Point", "coordinates": [%s, 47.0502]}, "visibility": "%s",
         "analyses": [{"title": "%s", "severity": 0.8}]}
        """
            .formatted(longitude, visibility, title));
  }
}
