package com.faultmaven.reports.dossiers;

import static com.faultmaven.reports.Cases.opened;
import static com.faultmaven.reports.Cases.openedFrom;
import static com.faultmaven.reports.Cases.path;
import static com.faultmaven.reports.Organization.CLUSTERS;
import static com.faultmaven.reports.Organization.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.reports.Organization;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** Cases that are opened from reports, and what people say of them. */
@ModuleTest
class OpeningCasesTest {

  private static final String OPEN = "/api/v1/reports/cases";
  private static final String SQUARE =
      "{\"type\": \"Polygon\", \"coordinates\": [[[8, 47], [9, 47], [9, 48], [8, 48], [8, 47]]]}";

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  private Organization acme;
  private Api ada;

  @BeforeEach
  void connect() {
    acme = Organization.on(port);
    ada = acme.member("ada-" + UUID.randomUUID());
  }

  @Test
  void beginWithTheWorstReport() {
    String mild = report(0.3);
    String worst = report(0.92);
    try (RecordedEvents events = RecordedEvents.of(context)) {
      Answer opened = openedFrom(ada, mild, worst);
      String id = opened.text("/case_id");

      assertThat(opened.header("Location")).isEqualTo("/api/v2/cases/" + id);
      assertThat(opened.header("ETag")).isEqualTo("\"1\"");
      assertThat(opened.text("/anchor_report_id")).isEqualTo(worst);
      assertThat(opened.at("/severity_score").asDouble()).isEqualTo(0.92);
      assertThat(opened.at("/urgency_score").asDouble()).isEqualTo(0.92);
      assertThat(opened.at("/confidence_score").asDouble()).isEqualTo(0.8);
      assertThat(opened.at("/exposure_score").asDouble()).isEqualTo(0.6);
      assertThat(opened.at("/criticality_score").asDouble()).isEqualTo(0.92);
      assertThat(opened.at("/trend_score").asDouble()).isEqualTo(0.4);
      assertThat(opened.at("/report_count").asInt()).isEqualTo(2);
      assertThat(ada.get("/api/v2/cases/" + id).is(200).text("/severity")).isEqualTo("critical");
      Answer linked = ada.get(path(id, "linked-reports")).is(200);
      assertThat(linked.texts("/reports", "reason"))
          .containsExactly("initial_selection", "initial_selection");
      assertThat(events.all().stream().filter(it -> it.aggregateId().equals(id)))
          .extracting(ContractEvent::eventType)
          .containsExactly("case.created", "case.reports_linked");
      assertThat(ada.get(path(id, "dossier/audit-events")).is(200).texts("/audit_events", "type"))
          .containsExactly("case_created", "reports_added");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, critical",
    "0.89, high",
    "0.75, high",
    "0.74, medium",
    "0.45, medium",
    "0.44, low"
  })
  void areAsSevereAsTheirAnchor(double severity, String expected) {
    String id = openedFrom(ada, report(severity)).text("/case_id");
    assertThat(ada.get("/api/v2/cases/" + id).is(200).text("/severity")).isEqualTo(expected);
  }

  @Test
  void mayHaveNoReportAndAnAnchorThatIsNamed() {
    Answer bare = ada.post(OPEN, "{\"title\": \"t\"}").is(201);
    assertThat(bare.at("/anchor_report_id").isNull()).isTrue();
    assertThat(bare.at("/severity_score").asDouble()).isZero();
    assertThat(ada.get("/api/v2/cases/" + bare.text("/case_id")).text("/severity"))
        .isEqualTo("medium");

    String mild = report(0.1);
    String bad = report(0.9);
    Answer anchored =
        ada.post(
                OPEN,
                """
                {"title": "t", "severity": "low", "report_ids": ["%s"], "anchor_report_id": "%s",
                 "type": "hazard", "classification": "digital", "geometry": %s}
                """
                    .formatted(bad, mild, SQUARE))
            .is(201);
    assertThat(anchored.text("/anchor_report_id")).isEqualTo(mild);
    assertThat(anchored.at("/severity_score").asDouble()).isEqualTo(0.1);
    assertThat(anchored.at("/report_count").asInt()).isEqualTo(2);
    assertThat(anchored.text("/type")).isEqualTo("hazard");
    assertThat(anchored.text("/classification")).isEqualTo("digital");
    assertThat(anchored.at("/bbox").toString()).isEqualTo("[8.0,47.0,9.0,48.0]");
    assertThat(anchored.text("/geometry/type")).isEqualTo("Polygon");
  }

  @Test
  void takeNullForWhatIsLeftOut() {
    ada.post(
            OPEN,
            """
            {"title": "t", "description": null, "severity": null, "category": null, "tags": null,
             "type": null, "classification": null, "uncertainty_notes": null, "geometry": null,
             "anchor_report_id": null, "report_ids": null, "cluster_id": null}
            """)
        .is(201);
  }

  @Test
  void linkACluster() {
    String report = report(0.5);
    String cluster =
        ada.post(CLUSTERS, "{\"report_ids\": [\"%s\"], \"name\": \"Roof\"}".formatted(report))
            .is(201)
            .text("/cluster_id");
    Answer opened =
        ada.post(OPEN, "{\"title\": \"t\", \"cluster_id\": \"%s\"}".formatted(cluster)).is(201);
    String id = opened.text("/case_id");
    assertThat(opened.at("/cluster_count").asInt()).isOne();
    assertThat(opened.at("/report_count").asInt()).isZero();
    Answer clusters = ada.get(path(id, "clusters")).is(200);
    assertThat(clusters.text("/clusters/0/name")).isEqualTo("Roof");
    assertThat(clusters.at("/clusters/0/report_count").asInt()).isOne();

    ada.put(path(id, "clusters/" + cluster)).is(204);
    assertThat(ada.get(path(id, "clusters")).at("/total").asInt()).isOne();
    ada.delete(path(id, "clusters/" + cluster)).is(204);
    ada.delete(path(id, "clusters/" + cluster)).is(204);
    assertThat(ada.get(path(id, "dossier")).at("/cluster_count").asInt()).isZero();
    ada.put(path(id, "clusters/clst_0000000000000000")).is(404, "CLUSTER_NOT_FOUND");
    ada.put(path(id, "clusters/x")).is(404, "CLUSTER_NOT_FOUND");
  }

  @Test
  void areOpenedOnceUnderOneKeyAndNotAtAllIfAnythingIsWrong() {
    Api once = ada.with("Idempotency-Key", "key-" + UUID.randomUUID());
    String body = "{\"title\": \"once\", \"report_ids\": [\"%s\"]}".formatted(report(0.5));
    assertThat(once.post(OPEN, body).is(201).text("/case_id"))
        .isEqualTo(once.post(OPEN, body).is(201).text("/case_id"));

    String hidden = submitted(acme.member("mallory"), "{\"visibility\": \"private\"}");
    assertThat(
            ada.post(OPEN, "{\"title\": \"t\", \"report_ids\": [\"%s\"]}".formatted(hidden))
                .is(422)
                .violations())
        .containsExactly("/report_ids/0:unknown_report");
    assertThat(
            ada.post(OPEN, "{\"title\": \"t\", \"anchor_report_id\": \"%s\"}".formatted(hidden))
                .is(422)
                .violations())
        .containsExactly("/anchor_report_id:unknown_report");
    assertThat(
            ada.post(OPEN, "{\"title\": \"t\", \"cluster_id\": \"clst_0000000000000000\"}")
                .is(422)
                .violations())
        .containsExactly("/cluster_id:unknown_value");
    assertThat(ada.get("/api/v2/cases").is(200).at("/total").asInt()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"title\": \" \"}",
        "{\"title\": \"t\", \"type\": \"Big\"}",
        "{\"title\": \"t\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[8, 47], [9, 47], [9, 48]]]}}",
        "{\"title\": \"t\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}}",
        "{\"title\": \"t\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [8, 47]}}",
        "{\"title\": \"t\", \"report_ids\": [\"rep_0000000000000000\", \"rep_0000000000000000\"]}"
      })
  void areRefusedIfTheyMakeNoSense(String body) {
    ada.post(OPEN, body).is(422, "VALIDATION_FAILED");
  }

  @Test
  void areDescribedByPeople() {
    String report = report(0.5);
    String id = openedFrom(ada, report).text("/case_id");
    String path = path(id, "dossier");

    Answer changed =
        ada.with("If-Match", "\"1\"")
            .patch(
                path,
                "{\"uncertainty_notes\": \"n\", \"anchor_report_id\": null, \"geometry\": %s}"
                    .formatted(SQUARE))
            .is(200);
    assertThat(changed.text("/uncertainty_notes")).isEqualTo("n");
    assertThat(changed.at("/anchor_report_id").isNull()).isTrue();
    assertThat(changed.at("/bbox").toString()).isEqualTo("[8.0,47.0,9.0,48.0]");
    assertThat(changed.at("/severity_score").asDouble()).as("is of the reports").isEqualTo(0.5);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");

    ada.with("If-Match", "\"1\"").patch(path, "{\"type\": \"hazard\"}").is(412);
    assertThat(ada.patch(path, "{\"uncertainty_notes\": \"n\"}").is(200).header("ETag"))
        .as("nothing changed")
        .isEqualTo("\"2\"");
    assertThat(ada.patch(path, "{\"geometry\": null}").is(200).at("/bbox").toString())
        .as("of its report")
        .isEqualTo("[8.3,47.05,8.3,47.05]");
    assertThat(
            ada.patch(path, "{\"anchor_report_id\": \"%s\"}".formatted(report(0.1)))
                .is(422)
                .violations())
        .containsExactly("/anchor_report_id:not_allowed");
    ada.patch(path, "{\"anchor_report_id\": \"%s\"}".formatted(report)).is(200);
    ada.patch(path, "{\"type\": null}").is(422);
    ada.delete(path(id, "linked-reports/" + report)).is(204);
    assertThat(ada.get(path).is(200).at("/anchor_report_id").isNull()).isTrue();
    ada.patch(path(opened(ada), "dossier"), "{\"type\": \"hazard\"}").is(200);
  }

  private String report(double severity) {
    return submitted(
        ada,
        """
        {"location": {"type": "Point", "coordinates": [8.3, 47.05]},
         "analyses": [{"title": "Tiles", "severity": %s}]}
        """
            .formatted(severity));
  }
}
