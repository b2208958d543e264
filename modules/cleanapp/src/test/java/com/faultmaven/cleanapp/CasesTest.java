package com.faultmaven.cleanapp;

import static com.faultmaven.cleanapp.Town.error;
import static com.faultmaven.cleanapp.Town.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases as CleanApp's clients open, read and change them. */
@ModuleTest
class CasesTest {

  private static final String CASES = "/api/v4/cases";

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private Town town;
  private Api ada;
  private int one;
  private int two;

  @BeforeEach
  void settle() {
    town = new Town(port);
    ada = town.as("ada");
    one = town.report(8.5412, 47.3766, "Tiles fall from the roof", 0.9);
    two = town.report(8.5413, 47.3766, "Tiles fall on the pavement", 0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v3", "/api/v4"})
  void areOpenedFromWhatWasFound(String base) {
    Answer opened =
        ada.post(
                base + "/cases",
                """
                {"title": " Tiles fall — from: the hall! ", "status": "in_progress",
                 "summary": "Beside the entrance.", "uncertainty_notes": "The height.",
                 "anchor_report_seq": %s, "report_seqs": [%s, %s], "nobody_knows": [],
                 "cluster_summary": "Two.", "cluster_source_type": "seed_report",
                 "cluster_stats": {"report_count": 2, "x": 1.50}, "cluster_analysis": null,
                 "escalation_targets": [{"email": "Duty@city.dev", "confidence_score": 0.9},
                   {"email": "not an address", "phone": null}, {"organization": "unreachable"}]}
                """
                    .formatted(one, one, two))
            .is(201);

    JsonNode theCase = opened.at("/case");
    String id = theCase.path("case_id").asString();
    assertThat(theCase.path("title").asString()).isEqualTo("Tiles fall — from: the hall!");
    assertThat(theCase.path("slug").asString())
        .isEqualTo("tiles-fall-from-the-hall-" + id.substring(5, 13));
    assertThat(theCase.path("status").asString()).isEqualTo("investigating");
    assertThat(theCase.path("type").asString()).isEqualTo("incident");
    assertThat(theCase.path("severity_score").asDouble()).isEqualTo(0.9);
    assertThat(theCase.path("trend_score").asDouble()).isEqualTo(0.4);
    assertThat(theCase.path("anchor_report_seq").asInt()).isEqualTo(one);
    assertThat(theCase.path("linked_report_count").asInt()).isEqualTo(2);
    assertThat(theCase.path("created_by_user_id").asString()).isEqualTo(town.userId("ada"));
    assertThat(theCase.has("merged_into_case_id")).isFalse();
    assertThat(opened.texts("/linked_reports", "link_reason")).containsOnly("initial_selection");
    assertThat(opened.text("/clusters/0/stats_json")).isEqualTo("{\"report_count\":2,\"x\":1.50}");
    assertThat(opened.text("/clusters/0/analysis_json")).isEmpty();
    assertThat(opened.text("/clusters/0/source_type")).isEqualTo("seed_report");
    assertThat(opened.at("/clusters/0/report_count").asInt()).isEqualTo(2);
    assertThat(opened.texts("/escalation_targets", "email"))
        .containsExactly("Duty@city.dev", "not an address");
    assertThat(opened.at("/escalation_targets/0/id").asLong()).isPositive();
    assertThat(opened.at("/resolution_signals").isArray()).isTrue();
    JsonNode created = payload(opened, "case_created");
    assertThat(created.path("target_count").asInt()).isEqualTo(2);
    assertThat(created.path("anchor_seq").asInt()).isEqualTo(one);
    assertThat(ada.get("/api/v2/cases/" + id).is(200).text("/severity")).isEqualTo("critical");
    assertThat(ada.get(base + "/cases/" + id).is(200).json()).isEqualTo(opened.json());
  }

  @Test
  void areSuggestedTargetsWhereNoneAreSent() {
    Answer opened = town.open("/api/v4", one, two);
    assertThat(opened.texts("/escalation_targets", "target_source"))
        .containsExactly("inferred_contact");
  }

  @Test
  void keepAnAreaAsACluster() {
    Answer opened =
        ada.post(
                CASES,
                """
                {"title": "Hall", "geometry": {"type": "Feature", "geometry": {"type": "Polygon",
                  "coordinates": [[[8, 47], [9, 47], [9, 48], [8, 47]]]}}}
                """)
            .is(201);

    String area =
        "{\"type\":\"Polygon\",\"coordinates\":[[[8.0,47.0],[9.0,47.0],[9.0,48.0],[8.0,47.0]]]}";
    JsonMapper json = new JsonMapper();
    assertThat(json.readTree(opened.text("/case/geometry_json"))).isEqualTo(json.readTree(area));
    assertThat(json.readTree(opened.text("/clusters/0/geometry_json")))
        .isEqualTo(json.readTree(area));
    assertThat(opened.text("/case/aggregate_geometry_json")).contains("FeatureCollection");
    assertThat(opened.text("/case/aggregate_bbox_json")).isEqualTo("[8.0,47.0,9.0,48.0]");
    assertThat(opened.at("/case/severity_score").asDouble()).isZero();
    assertThat(opened.json().at("/case").has("anchor_report_seq")).isFalse();
    assertThat(
            ada.get("/api/v1/clusters/" + opened.text("/clusters/0/cluster_id"))
                .is(200)
                .at("/scope/type")
                .asString())
        .isEqualTo("geometry");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | title is required",
        "{\"title\": \" \"} | title is required",
        "{\"title\": 7} | invalid json",
        "{\"title\": \"x\", \"status\": \"lost\"} | unknown status: lost",
        "{\"title\": \"x\", \"status\": \"merged\"} | unknown status: merged",
        "{\"title\": \"x\", \"anchor_report_seq\": 2147483647} | anchor report not found",
        "{\"title\": \"x\", \"report_seqs\": [2147483646, 0, 2147483647]} | unknown reports: 2147483646, 0, 2147483647",
        "{\"title\": \"x\", \"geometry\": {\"type\": \"Point\"}} | unsupported geometry type: Point",
        "{\"title\": \"x\", \"escalation_targets\": [{\"email\": \"a@b.dev\\r\\nBcc: x\"}]} | email must have no control characters",
        "{\"title\": \"x\", \"escalation_targets\": [7]} | invalid json",
        "{\"title\": \"x\", \"type\": \"Ü\"} | type must be a word of letters, digits, - and _",
      })
  void areRefusedInCleanAppsWords(String body, String words) {
    for (String base : Town.versions()) {
      for (String path : new String[] {"/cases", "/cases/upsert-from-cluster"}) {
        assertThat(error(ada.post(base + path, body).is(400))).isEqualTo(words);
      }
    }
  }

  @Test
  void areBounded() {
    String long256 = "\"" + "x".repeat(256 * 1024) + "\"";
    for (String body :
        new String[] {
          "{\"title\": \"%s\"}".formatted("e\\u0301".repeat(2_000)),
          "{\"title\": \"x\", \"summary\": \"%s\"}".formatted("x".repeat(10_001)),
          "{\"title\": \"x\", \"cluster_stats\": %s}".formatted(long256),
          "{\"title\": \"x\\u0000\"}",
          "{\"title\": \"x\\ud800\"}",
        }) {
      assertThat(error(ada.post(CASES, body).is(400))).isNotBlank();
    }
    assertThat(
            error(ada.post(CASES, "{\"title\": \"%s\"}".formatted("x".repeat(1_100_000))).is(413)))
        .isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v3", "/api/v4"})
  void areAddedToWhereTheyAreAboutTheSame(String base) {
    String id = town.open(base, one, two).text("/case/case_id");
    int three = town.report(8.5412, 47.3767, "Tiles fall from the roof again", 0.95);

    Answer added = ada.post(base + "/cases/upsert-from-cluster", wanted(one, two, three)).is(200);

    assertThat(added.text("/case/case_id")).isEqualTo(id);
    assertThat(added.texts("/linked_reports", "link_reason")).contains("cluster_match");
    assertThat(added.at("/case/severity_score").asDouble()).isEqualTo(0.95);
    Answer fresh =
        ada.post(
                base + "/cases/upsert-from-cluster",
                wanted(one, two).replace("{\"title\"", "{\"force_new_case\": true, \"title\""))
            .is(201);
    assertThat(fresh.text("/case/case_id")).isNotEqualTo(id);
    String named = wanted(three).replace("{\"title\"", "{\"existing_case_id\": \"%s\", \"title\"");
    assertThat(
            ada.post(
                    base + "/cases/upsert-from-cluster",
                    named.formatted(fresh.text("/case/case_id")))
                .is(200)
                .at("/case/linked_report_count")
                .asInt())
        .isEqualTo(3);
    assertThat(
            error(
                town.as("eve")
                    .post(base + "/cases/upsert-from-cluster", named.formatted(id))
                    .is(404)))
        .isEqualTo("case not found");
  }

  @Test
  void moveAnywhereAndSaySoInTheHistory() {
    String id = town.open("/api/v3", one).text("/case/case_id");
    String status = "/api/v3/cases/" + id + "/status";

    ada.post(status, "{\"status\": \"done\"}").is(200);
    ada.post(status, "{\"status\": \"closed\", \"actor_user_id\": \"eve\"}").is(200);
    Answer reopened =
        ada.post(
                status,
                "{\"status\": \"reopened\", \"summary\": \"Again.\", \"payload\": {\"why\": [1.5]}}")
            .is(200);

    assertThat(reopened.text("/case/status")).isEqualTo("investigating");
    assertThat(reopened.text("/case/summary")).isEqualTo("Again.");
    assertThat(reopened.texts("/audit_events", "actor_user_id")).containsOnly(town.userId("ada"));
    JsonNode moved = payload(reopened, "status_changed");
    assertThat(moved.path("from_status").asString()).isEqualTo("closed");
    assertThat(moved.path("to_status").asString()).isEqualTo("investigating");
    assertThat(moved.path("summary").asString()).isEqualTo("Again.");
    assertThat(moved.path("payload").toString()).isEqualTo("{\"why\":[1.5]}");
    Answer unmoved =
        ada.post(status, "{\"status\": \"investigating\", \"payload\": [\"still\"]}").is(200);
    assertThat(unmoved.text("/case/summary")).isEqualTo("Again.");
    assertThat(payload(unmoved, "status_changed").path("from_status").asString())
        .isEqualTo("investigating");
    assertThat(payload(unmoved, "status_changed").path("payload").toString())
        .isEqualTo("[\"still\"]");
    assertThat(ada.get("/api/v2/cases/" + id + "/status-changes").is(200).at("/total").asInt())
        .isEqualTo(3);
    assertThat(ada.post(status, "{\"status\": \"open\"}").is(200).text("/case/status"))
        .isEqualTo("open");
    assertThat(error(ada.post(status, "{}").is(400))).isEqualTo("status is required");
    assertThat(error(ada.post(status, "{\"status\": \"x\"}").is(400)))
        .isEqualTo("unknown status: x");
  }

  @Test
  void areLinkedMoreReports() {
    String id = town.open("/api/v4", one).text("/case/case_id");
    String reports = CASES + "/" + id + "/reports";

    Answer linked = ada.post(reports, "{\"report_seqs\": [%s, %s]}".formatted(two, two)).is(200);

    assertThat(linked.texts("/linked_reports", "link_reason"))
        .containsExactly("initial_selection", "manual");
    assertThat(linked.at("/linked_reports/1/confidence").asDouble()).isEqualTo(1);
    assertThat(payload(linked, "reports_added").path("report_seqs").toString())
        .isEqualTo("[%s]".formatted(two));
    assertThat(error(ada.post(reports, "{\"report_seqs\": []}").is(400)))
        .isEqualTo("report_seqs is required");
    assertThat(error(ada.post(reports, "{\"report_seqs\": [2147483647]}").is(400)))
        .isEqualTo("unknown reports: 2147483647");
  }

  @Test
  void showTogetherOnceMerged() {
    String target = town.open("/api/v4", one).text("/case/case_id");
    String source = town.open("/api/v4", two).text("/case/case_id");

    Answer merged =
        ada.post(
                CASES + "/merge",
                "{\"target_case_id\": \"%s\", \"source_case_ids\": [\"%s\", \"%s\"]}"
                    .formatted(target, source, target))
            .is(200);

    assertThat(merged.at("/case/linked_report_count").asInt()).isEqualTo(2);
    assertThat(merged.texts("/linked_reports", "case_id")).containsExactly(target, source);
    assertThat(merged.texts("/escalation_targets", "case_id")).containsExactly(target, source);
    Answer there = ada.get(CASES + "/" + source).is(200);
    assertThat(there.text("/case/status")).isEqualTo("merged");
    assertThat(there.text("/case/merged_into_case_id")).isEqualTo(target);
    assertThat(
            error(
                ada.post(
                        CASES + "/" + source + "/reports", "{\"report_seqs\": [%s]}".formatted(one))
                    .is(409)))
        .isEqualTo("case was merged");
    assertThat(error(ada.post(CASES + "/merge", "{\"target_case_id\": \"x\"}").is(400)))
        .isEqualTo("target_case_id and source_case_ids are required");
    assertThat(ada.get("/api/v4/reports/cases?seq=" + two).is(200).texts("/cases", "status"))
        .containsExactly("merged");
  }

  @Test
  void areThoseOfOthersToNobodyElse() {
    String id = town.open("/api/v4", one).text("/case/case_id");
    town.share(id, "grace", "viewer");
    Api viewer = town.as("grace");

    assertThat(viewer.get(CASES + "/" + id).is(200).text("/case/case_id")).isEqualTo(id);
    viewer.post(CASES + "/" + id + "/status", "{\"status\": \"closed\"}").is(403);
    viewer.post(CASES + "/" + id + "/reports", "{\"report_seqs\": [%s]}".formatted(two)).is(403);
    viewer.post(CASES + "/" + id + "/escalations/draft", "").is(403);
    for (String path : new String[] {"", "/escalations"}) {
      assertThat(error(town.as("eve").get(CASES + "/" + id + path).is(404)))
          .isEqualTo("case not found");
    }
    assertThat(error(ada.get(CASES + "/no-case").is(404))).isEqualTo("case not found");
  }

  @Test
  void areFoundByTheirReports() {
    String id = town.open("/api/v3", one).text("/case/case_id");
    String path = "/api/v3/reports/cases?seq=";

    Answer found = ada.get(path + one).is(200);

    assertThat(found.at("/seq").asInt()).isEqualTo(one);
    assertThat(found.text("/cases/0/case_id")).isEqualTo(id);
    assertThat(found.at("/cases/0/escalation_target_count").asInt()).isEqualTo(1);
    assertThat(town.as("eve").get(path + one).is(200).at("/cases").isEmpty()).isTrue();
    assertThat(Api.on(port).get(path + one).is(200).at("/cases").isEmpty()).isTrue();
    assertThat(ada.get(path + "2147483647").is(200).at("/cases").isEmpty()).isTrue();
    assertThat(error(ada.get("/api/v3/reports/cases").is(400))).isEqualTo("seq is required");
    assertThat(error(ada.get(path + "seven").is(400))).isEqualTo("seq must be a positive integer");
  }

  @Test
  void areReadInAsManyStatementsHoweverMuchBelongsToThem() {
    String small = ada.post(CASES, "{\"title\": \"x\"}").is(201).text("/case/case_id");
    String large = town.open("/api/v4", one, two).text("/case/case_id");
    for (String status : new String[] {"resolved", "closed", "open"}) {
      ada.post(CASES + "/" + large + "/status", "{\"status\": \"%s\"}".formatted(status)).is(200);
    }

    assertThat(statements(large)).isEqualTo(statements(small)).isLessThanOrEqualTo(13);
  }

  private int statements(String id) {
    String request = UUID.randomUUID().toString();
    ada.with("X-Correlation-ID", request).get(CASES + "/" + id).is(200);
    return sql.statementsOf(request).size();
  }

  @Test
  void areOpenedOnceUnderAKey() {
    Api keyed = ada.with("Idempotency-Key", UUID.randomUUID().toString());
    String first = keyed.post(CASES, wanted(one)).is(201).text("/case/case_id");
    Answer again = keyed.post(CASES, wanted(one)).is(201);
    assertThat(again.text("/case/case_id")).isEqualTo(first);
  }

  @Test
  void ofVersion3SayThatItEnds() {
    Answer answer = ada.get("/api/v3/cases/case_000000000000").is(404);
    assertThat(answer.header("Sunset")).isEqualTo("Fri, 30 Jun 2028 00:00:00 GMT");
    assertThat(answer.header("Link"))
        .contains("</api/v4/cases/case_000000000000>; rel=\"successor-version\"");
    assertThat(ada.get("/api/v4/cases/case_000000000000").is(404).header("Sunset")).isEmpty();
    for (String base : Town.versions()) {
      assertThat(error(ada.get(base + "/nowhere").is(404))).isEqualTo("not found");
      assertThat(error(ada.delete(base + "/cases/case_000000000000").is(405)))
          .isEqualTo("method not allowed");
    }
  }

  /** Of the last event of a type. */
  private static JsonNode payload(Answer detail, String type) {
    String payload = "{}";
    for (JsonNode event : detail.at("/audit_events")) {
      if (event.path("event_type").asString().equals(type)) {
        payload = event.path("payload_json").asString();
      }
    }
    return new JsonMapper().readTree(payload);
  }
}
