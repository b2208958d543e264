package com.faultmaven.cleanapp;

import static com.faultmaven.cleanapp.Town.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is found of the reports of an area, and around a report. */
@ModuleTest
class ScopesTest {

  private static final String ANALYZE = "/api/v4/clusters/analyze";
  private static final String AROUND = "/api/v4/clusters/from-report";
  private static final String SQUARE =
      """
      {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon",
       "coordinates": [[[8, 47], [9, 47], [9, 48], [8, 48], [8, 47]]]}}
      """;

  @LocalServerPort private int port;
  private Town town;
  private Api ada;

  @BeforeEach
  void settle() {
    town = new Town(port);
    ada = town.as("ada");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v3", "/api/v4"})
  void groupTheReportsOfAnArea(String base) {
    int one = town.report(8.5412, 47.3766, "Tiles fall from the roof", 0.9);
    int two = town.report(8.5413, 47.3766, "Tiles fall on the pavement", 0.8);
    int far = town.report(8.9, 47.9, "Water in the cellar", 0.2);

    Answer found =
        ada.post(base + "/clusters/analyze", "{\"geometry\": %s}".formatted(SQUARE)).is(200);

    assertThat(found.text("/scope_type")).isEqualTo("geometry");
    assertThat(found.text("/classification")).isEqualTo("physical");
    assertThat(found.text("/geometry/type")).isEqualTo("Feature");
    assertThat(found.json().has("anchor_report_seq")).isFalse();
    assertThat(found.at("/reports/0/report/seq").asInt()).isEqualTo(far);
    assertThat(found.at("/reports/0/report/last_email_sent_at").isNull()).isTrue();
    assertThat(found.at("/reports/0/analysis/0/hazard_probability").asDouble()).isEqualTo(0.7);
    assertThat(found.at("/stats/report_count").asInt()).isEqualTo(3);
    assertThat(found.at("/hypotheses/0/report_seqs").toString())
        .isEqualTo("[%s,%s]".formatted(one, two));
    assertThat(found.texts("/suggested_targets", "target_source"))
        .containsExactly("inferred_contact");
    assertThat(found.text("/suggested_targets/0/created_at")).isEqualTo("0001-01-01T00:00:00Z");
    assertThat(found.at("/candidate_cases").isEmpty()).isTrue();
  }

  @Test
  void lookInABoxAroundAReport() {
    int seed = town.report(8.5, 60.0, "Tiles fall from the roof", 0.9);
    // within 0.25 / 111 degrees to the east, though nearer than 250 m by far
    int inside = town.report(8.5022, 60.0022, "Tiles fall on the pavement", 0.8);
    int outside = town.report(8.5024, 60.0, "Tiles fall on the road", 0.8);

    Answer found = ada.post(AROUND, "{\"seq\": %s}".formatted(seed)).is(200);

    assertThat(found.text("/scope_type")).isEqualTo("seed_report");
    assertThat(found.at("/anchor_report_seq").asInt()).isEqualTo(seed);
    assertThat(found.json().has("geometry")).isFalse();
    assertThat(found.at("/reports").findValuesAsString("id")).hasSize(2);
    assertThat(found.body()).contains("\"seq\":" + inside).doesNotContain("\"seq\":" + outside);
    assertThat(
            ada.post(AROUND, "{\"seq\": %s, \"radius_km\": 1e9}".formatted(seed))
                .is(200)
                .at("/reports")
                .size())
        .isEqualTo(3);
  }

  @Test
  void suggestWhoIsResponsibleThereFirst() {
    town.admin()
        .post(
            "/api/v1/escalation-contacts",
            """
            {"organization_name": "City Works", "email": "duty@city.dev",
             "area": {"type": "Polygon", "coordinates": [[[8, 47], [8.6, 47], [8.6, 47.5], [8, 47]]]}}
            """)
        .is(201);
    town.report(8.5412, 47.3766, "Tiles fall from the roof", 0.9);

    Answer found = ada.post(ANALYZE, "{\"geometry\": %s}".formatted(SQUARE)).is(200);

    assertThat(found.texts("/suggested_targets", "target_source"))
        .containsExactly("area_contact", "inferred_contact");
    assertThat(found.text("/suggested_targets/0/email")).isEqualTo("duty@city.dev");
  }

  @Test
  void nameTheCasesAboutTheSame() {
    int one = town.report(8.5412, 47.3766, "Tiles fall from the roof", 0.9);
    String id = town.open("/api/v4", one).text("/case/case_id");

    Answer found = ada.post(AROUND, "{\"seq\": %s}".formatted(one)).is(200);

    assertThat(found.texts("/candidate_cases", "case_id")).containsExactly(id);
    assertThat(found.at("/candidate_cases/0/shared_report_count").asInt()).isEqualTo(1);
    assertThat(found.text("/candidate_cases/0/summary")).isEqualTo("Beside the entrance.");
    assertThat(found.at("/candidate_cases/0/anchor_lat").asDouble()).isEqualTo(47.3766);
    assertThat(
            town.as("eve")
                .post(AROUND, "{\"seq\": %s}".formatted(one))
                .is(200)
                .at("/candidate_cases")
                .isEmpty())
        .isTrue();
    Answer matched =
        ada.post("/api/v4/cases/match-cluster", "{\"report_seqs\": [%s]}".formatted(one)).is(200);
    assertThat(matched.texts("/candidate_cases", "case_id")).containsExactly(id);
    assertThat(
            ada.post("/api/v4/cases/match-cluster", "{\"geometry\": %s}".formatted(SQUARE))
                .is(200)
                .texts("/candidate_cases", "case_id"))
        .containsExactly(id);
  }

  @Test
  void showWhatIsPublicToNobodyInParticular() {
    Api nobody = Api.on(port);
    String hidden =
        """
        {"visibility": "%s", "location": {"type": "Point", "coordinates": [-60.5, -10.5]},
         "analyses": [{"title": "Tiles"}]}
        """;
    Api somebody = nobody.asSomebody();
    int seen =
        somebody.post("/api/v1/reports", hidden.formatted("public")).is(201).at("/seq").asInt();
    int unseen =
        somebody
            .post("/api/v1/reports", hidden.formatted("organization"))
            .is(201)
            .at("/seq")
            .asInt();

    Answer found = nobody.post(AROUND, "{\"seq\": %s}".formatted(seen)).is(200);

    assertThat(found.body()).contains("\"seq\":" + seen).doesNotContain("\"seq\":" + unseen);
    assertThat(found.at("/candidate_cases").isEmpty()).isTrue();
    assertThat(error(nobody.post(AROUND, "{\"seq\": %s}".formatted(unseen)).is(404)))
        .isEqualTo("seed report not found");
    assertThat(error(nobody.post("/api/v4/cases", "{\"title\": \"x\"}").is(401)))
        .isEqualTo("unauthorized");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clusters/analyze | {} | geometry is required",
        "clusters/analyze | {\"geometry\": null} | geometry is required",
        "clusters/analyze | {\"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}} | unsupported geometry type: Point",
        "clusters/analyze | {\"geometry\": {\"type\": \"Feature\", \"geometry\": {\"type\": \"LineString\"}}} | unsupported geometry type: LineString",
        "clusters/analyze | {\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1], [0, 1], [1, 0], [0, 0]]]}} | invalid geometry: The geometry is not valid: self-intersection.",
        "clusters/analyze | {\"geometry\": \"x\"} | invalid geometry: it is no object",
        "clusters/analyze | [] | invalid json",
        "clusters/analyze | { | invalid json",
        "clusters/analyze | {\"n\": \"7\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1], [0, 1], [0, 0]]]}} | invalid json",
        "clusters/from-report | {} | seq is required",
        "clusters/from-report | {\"seq\": -1} | seq is required",
        "clusters/from-report | {\"seq\": \"7\"} | invalid json",
        "clusters/from-report | {\"seq\": 7.5} | invalid json",
        "cases/match-cluster | {\"report_seqs\": [\"7\"]} | invalid json",
        "cases/match-cluster | {\"n\": {}} | invalid json",
        "cases/match-cluster | {\"report_seqs\": [2147483647, 99999999999]} | unknown reports: 2147483647, 99999999999",
      })
  void refuseInCleanAppsWords(String path, String body, String words) {
    for (String base : Town.versions()) {
      assertThat(error(ada.post(base + "/" + path, body).is(400))).isEqualTo(words);
    }
  }

  @Test
  void takeANumberOfReportsThatIsTooLargeOrNone() {
    town.report(8.5412, 47.3766, "Tiles fall from the roof", 0.9);
    for (String n : new String[] {"0", "-5", "1000000000", "99999999999999"}) {
      Answer found =
          ada.post(ANALYZE, "{\"geometry\": %s, \"n\": %s}".formatted(SQUARE, n)).is(200);
      assertThat(found.at("/reports").size()).isEqualTo(1);
    }
  }

  @Test
  void sayOfASeedThatIsNowhere() {
    int nowhere = town.report("{\"analyses\": [{\"title\": \"Tiles\"}]}");
    assertThat(error(ada.post(AROUND, "{\"seq\": %s}".formatted(nowhere)).is(400)))
        .isEqualTo("seed report has no location");
  }
}
