package com.faultmaven.reports.dossiers;

import static com.faultmaven.reports.Cases.link;
import static com.faultmaven.reports.Cases.merge;
import static com.faultmaven.reports.Cases.opened;
import static com.faultmaven.reports.Cases.openedFrom;
import static com.faultmaven.reports.Cases.path;
import static com.faultmaven.reports.Cases.share;
import static com.faultmaven.reports.Cases.unmerge;
import static com.faultmaven.reports.Organization.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.reports.events.CaseMergedV1;
import com.faultmaven.contracts.reports.events.CaseUnmergedV1;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** Cases that show together, until they do not any more. */
@ModuleTest
class MergingTest {

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  @Autowired private DossiersOfDeletedCases contents;
  private Organization acme;
  private Api ada;
  private String target = "";
  private String source = "";
  private String mild = "";
  private String bad = "";

  @BeforeEach
  void openTwoCases() {
    acme = Organization.on(port);
    ada = acme.member("ada-" + UUID.randomUUID());
    mild = report("2026-03-14T09:00:00Z", 0.2, 8.3);
    bad = report("2026-03-16T09:00:00Z", 0.95, 8.5);
    target = openedFrom(ada, mild).text("/case_id");
    source = openedFrom(ada, bad).text("/case_id");
  }

  @Test
  void showTogether() {
    try (RecordedEvents events = RecordedEvents.of(context)) {
      Answer merged = merge(ada, target, source).is(200);

      assertThat(merged.at("/merged_from").toString()).isEqualTo("[\"" + source + "\"]");
      assertThat(merged.at("/report_count").asInt()).isEqualTo(2);
      assertThat(merged.at("/severity_score").asDouble()).isEqualTo(0.95);
      assertThat(merged.text("/first_seen_at")).isEqualTo("2026-03-14T09:00:00Z");
      assertThat(merged.text("/last_seen_at")).isEqualTo("2026-03-16T09:00:00Z");
      assertThat(merged.at("/bbox").toString()).isEqualTo("[8.3,47.0,8.5,47.0]");
      Answer linked = ada.get(path(target, "linked-reports")).is(200);
      assertThat(linked.texts("/reports", "report_id")).containsExactly(mild, bad);
      assertThat(linked.at("/reports/0/from_case_id").isNull()).isTrue();
      assertThat(linked.text("/reports/1/from_case_id")).isEqualTo(source);
      Answer away = ada.get(path(source, "dossier")).is(200);
      assertThat(away.text("/merged_into")).isEqualTo(target);
      assertThat(events.ofType(CaseMergedV1.class).getLast().payload())
          .satisfies(it -> assertThat(it.caseId()).isEqualTo(target))
          .satisfies(it -> assertThat(it.sourceCaseId()).isEqualTo(source))
          .satisfies(it -> assertThat(it.reason()).isEqualTo("the same roof"));
    }
    assertThat(ada.get(path(source, "dossier/audit-events")).texts("/audit_events", "type"))
        .endsWith("case_merged_into");
    assertThat(ada.get(path(target, "dossier/audit-events")).body()).contains("the same roof");
    assertThat(ada.get("/api/v2/cases/" + source).is(200).text("/status")).isEqualTo("consulting");
  }

  @Test
  void areAsBeforeWithWhatWasLinkedMeanwhile() {
    ObjectNode before = dossier(target);
    ObjectNode sourceBefore = dossier(source);
    merge(ada, target, source).is(200);
    String shared = ada.get(path(target, "dossier")).header("ETag");

    link(ada, source, mild).is(409, "CASE_MERGED");
    ada.patch(path(source, "dossier"), "{\"type\": \"hazard\"}").is(409, "CASE_MERGED");
    ada.delete(path(target, "linked-reports/" + bad)).is(409, "CASE_MERGED");
    ada.with("If-None-Match", shared).get(path(target, "dossier")).is(304);

    unmerge(ada, target, source).is(200);
    assertThat(dossier(target)).isEqualTo(before);
    assertThat(dossier(source)).isEqualTo(sourceBefore);

    merge(ada, target, source).is(200);
    String later = report("2026-03-20T09:00:00Z", 0.5, 8.4);
    link(ada, target, later, bad).is(200);
    assertThat(ada.get(path(target, "dossier")).at("/report_count").asInt())
        .as("a report of both once")
        .isEqualTo(3);
    try (RecordedEvents events = RecordedEvents.of(context)) {
      unmerge(ada, target, source).is(200);
      assertThat(events.ofType(CaseUnmergedV1.class).getLast().payload().sourceCaseId())
          .isEqualTo(source);
    }
    assertThat(ada.get(path(target, "linked-reports")).texts("/reports", "report_id"))
        .containsExactlyInAnyOrder(mild, later, bad);
    assertThat(ada.get(path(source, "linked-reports")).texts("/reports", "report_id"))
        .containsExactly(bad);
    assertThat(dossier(source)).isEqualTo(sourceBefore);
    unmerge(ada, target, source).is(409, "NOT_MERGED");
  }

  @Test
  void showInChainsAndNeverInCircles() {
    String top = opened(ada);
    merge(ada, target, source).is(200);
    merge(ada, top, target).is(200);

    assertThat(ada.get(path(top, "linked-reports")).is(200).at("/total").asInt()).isEqualTo(2);
    assertThat(ada.get(path(top, "dossier")).at("/severity_score").asDouble()).isEqualTo(0.95);
    assertThat(merge(ada, source, top).is(422).violations())
        .containsExactly("/source_case_ids/0:not_allowed");
    assertThat(merge(ada, top, source).is(422).violations())
        .containsExactly("/source_case_ids/0:not_allowed");
    assertThat(merge(ada, top, top).is(422).violations())
        .containsExactly("/source_case_ids/0:not_allowed");
    merge(ada, target, opened(ada)).is(409, "CASE_MERGED");
  }

  @Test
  void areMergedByWhoMayWriteToAll() {
    Api grace = acme.member("grace");
    merge(grace, target, source).is(404, "CASE_NOT_FOUND");
    share(ada, target, "grace", "collaborator");
    merge(grace, target, source).is(404, "CASE_NOT_FOUND");
    share(ada, source, "grace", "viewer");
    merge(grace, target, source).is(403, "PERMISSION_DENIED");
    share(ada, source, "grace", "collaborator");
    merge(grace, target, source).is(200);
    share(ada, source, "grace", "viewer");
    unmerge(grace, target, source).is(403, "PERMISSION_DENIED");
    merge(Organization.on(port).member("grace"), target, source).is(404, "CASE_NOT_FOUND");
    merge(ada, target, "case_x").is(404, "CASE_NOT_FOUND");
  }

  @Test
  void showApartWhenOneIsGone() {
    merge(ada, target, source).is(200);
    ada.delete("/api/v2/cases/" + source).is(204);
    assertThat(contents.deleteSome(List.of(new CaseId(source)), 500)).isPositive();
    Answer left = ada.get(path(target, "dossier")).is(200);
    assertThat(left.at("/merged_from").isEmpty()).isTrue();
    assertThat(left.at("/severity_score").asDouble()).isEqualTo(0.2);
  }

  @Test
  void areMergedOneWayWhenBothAreAskedAtOnce() {
    for (int round = 0; round < 10; round++) {
      String one = opened(ada);
      String other = opened(ada);
      List<Answer> answers =
          Together.run(2, n -> n == 0 ? merge(ada, one, other) : merge(ada, other, one));
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 422);
    }
  }

  /** Without its version, which grows. */
  private ObjectNode dossier(String id) {
    ObjectNode dossier = (ObjectNode) ada.get(path(id, "dossier")).is(200).json();
    dossier.remove("version");
    return dossier;
  }

  private String report(String at, double severity, double longitude) {
    return submitted(
        ada,
        """
        {"reported_at": "%s", "location": {"type": "Point", "coordinates": [%s, 47.0]},
         "analyses": [{"title": "Tiles", "severity": %s}]}
        """
            .formatted(at, longitude, severity));
  }
}
