package com.faultmaven.reports.clusters;

import static com.faultmaven.reports.Organization.CLUSTERS;
import static com.faultmaven.reports.Organization.REPORTS;
import static com.faultmaven.reports.Organization.report;
import static com.faultmaven.reports.Organization.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.reports.Organization;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.clusters.Scope.Around;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class ScopesTest {

  private static final String ANALYZE = CLUSTERS + "/analyze";
  private static final String SQUARE = "[[8.2,47],[8.4,47],[8.4,47.2],[8.2,47.2],[8.2,47]]";
  private static final String HOLE =
      "[[8.29,47.09],[8.31,47.09],[8.31,47.11],[8.29,47.11],[8.29,47.09]]";

  @LocalServerPort private int port;
  @Autowired private ScopeAnalyses analyses;
  private Organization acme;
  private Api ada;

  @BeforeEach
  void connect() {
    acme = Organization.on(port);
    ada = acme.member("ada");
  }

  @Test
  void groupWhatBelongsTogether() {
    String one = report(ada, 8.3003, 47.0502, "Loose roof tiles over the market hall entrance");
    String two = report(ada, 8.3001, 47.0501, "Market hall: tiles falling from roof");
    String lamp = report(ada, 8.32, 47.07, "Street lamp dark");

    Answer found = ada.post(ANALYZE, within(SQUARE)).is(200);
    assertThat(found.texts("/reports", "report_id")).containsExactly(lamp, two, one);
    assertThat(found.at("/hypotheses").size()).isEqualTo(2);
    assertThat(found.texts("/hypotheses/0/report_ids", "")).hasSize(2);
    assertThat(found.at("/stats/report_count").asInt()).isEqualTo(3);
    assertThat(found.at("/truncated").asBoolean()).isFalse();
    Answer newest = ada.post(ANALYZE, limited(within(SQUARE), 2)).is(200);
    assertThat(newest.texts("/reports", "report_id")).containsExactly(lamp, two);
    assertThat(newest.at("/truncated").asBoolean()).isTrue();
  }

  @Test
  void endAtTheirOutlineAndAtHoles() {
    String inside = report(ada, 8.25, 47.05, "in");
    String corner = report(ada, 8.2, 47.0, "corner");
    report(ada, 8.3, 47.1, "hole");
    report(ada, 8.5, 47.1, "out");

    assertThat(
            ada.post(ANALYZE, within(SQUARE + "," + HOLE)).is(200).texts("/reports", "report_id"))
        .containsExactlyInAnyOrder(inside, corner);
  }

  @Test
  void mayBeOfSeveralPolygonsOrAFeature() {
    report(ada, 8.3, 47.1, "one");
    report(ada, 9.3, 47.1, "two");
    report(ada, 10.3, 47.1, "none");
    String other = "[[9.2,47],[9.4,47],[9.4,47.2],[9.2,47.2],[9.2,47]]";
    String multi = "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + SQUARE + "],[" + other + "]]}";

    assertThat(ada.post(ANALYZE, "{\"geometry\":" + multi + "}").is(200).at("/reports").size())
        .isEqualTo(2);
    String feature = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + multi + "}";
    Answer found = ada.post(ANALYZE, "{\"geometry\":" + feature + "}").is(200);
    assertThat(found.at("/reports").size()).isEqualTo(2);
    assertThat(found.text("/scope/geometry/type")).isEqualTo("MultiPolygon");
  }

  @Test
  void areCirclesOnEarth() {
    String near = report(ada, 25.003, 70.0, "114 m to the east");
    report(ada, 25.0, 70.003, "334 m to the north");
    report(ada, 25.01, 70.0, "380 m to the east");

    assertThat(ada.post(ANALYZE, around(25.0, 70.0, 250)).is(200).texts("/reports", "report_id"))
        .containsExactly(near);
    assertThat(ada.post(ANALYZE, around(25.0, 70.0, 400)).is(200).at("/reports").size())
        .isEqualTo(3);
  }

  @Test
  void takeNullForWhatIsLeftOut() {
    String point = "{\"type\":\"Point\",\"coordinates\":[0,0]}";
    ada.post(
            ANALYZE,
            "{\"geometry\":null,\"report_ids\":null,\"classification\":null,\"limit\":null,"
                + "\"reported_after\":null,\"reported_before\":null,\"near\":{\"point\":"
                + point
                + ",\"radius_m\":null,\"report_id\":null}}")
        .is(200);
  }

  @Test
  void goOnBeyondTheMeridianOfTheirEdge() {
    report(ada, 179.9999, -17, "this side");
    report(ada, -179.9999, -17, "that side");
    assertThat(ada.post(ANALYZE, around(180, -17, 100)).is(200).at("/reports").size()).isEqualTo(2);
    assertThat(ada.post(ANALYZE, around(12, 90, 100)).is(200).at("/reports").size()).isZero();
  }

  @Test
  void areAroundReportsOfTheirClassification() {
    String seed =
        submitted(
            ada,
            """
            {"location": {"type": "Point", "coordinates": [8.3, 47.05]},
             "analyses": [{"classification": "digital"}]}
            """);
    report(ada, 8.3, 47.05, "physical");
    Answer found = ada.post(ANALYZE, "{\"near\":{\"report_id\":\"" + seed + "\"}}").is(200);
    assertThat(found.texts("/reports", "report_id")).containsExactly(seed);
    assertThat(found.text("/classification")).isEqualTo("digital");
    assertThat(found.at("/scope/radius_m").asDouble()).isEqualTo(250);

    String nowhere = submitted(ada, "{}");
    assertThat(
            ada.post(ANALYZE, "{\"near\":{\"report_id\":\"" + nowhere + "\"}}")
                .is(422)
                .violations())
        .containsExactly("/near/report_id:no_location");
    ada.post(ANALYZE, "{\"near\":{\"report_id\":\"rep_0000000000000000\"}}")
        .is(404, "REPORT_NOT_FOUND");
    Organization.on(port)
        .admin()
        .post(ANALYZE, "{\"near\":{\"report_id\":\"" + seed + "\"}}")
        .is(404, "REPORT_NOT_FOUND");
  }

  @Test
  void showNobodyWhatIsNotPublic() {
    Api anybody = Api.on(port).asSomebody();
    Place place = new Place(-179 + ThreadLocalRandom.current().nextDouble(358), 10);
    String open = report(anybody, place.longitude(), place.latitude(), "open");
    anybody.patch(REPORTS + "/" + open, "{\"visibility\":\"public\"}").is(200);
    report(anybody, place.longitude(), place.latitude(), "of the organization");
    Question question = new Question(new Around(place, 1), "physical", 250, null, null);

    assertThat(analyses.analyze(question, Reader.nobody()).reportIds())
        .containsExactly(new ReportId(open));
    Reader member = new Reader(OrganizationId.DEFAULT, new UserId("ada"), false, false);
    assertThat(analyses.analyze(question, member).reportIds()).hasSize(2);
  }

  @Test
  void areAmongNamedReportsWhateverTheirClassification() {
    String digital = submitted(ada, "{\"analyses\":[{\"classification\":\"digital\"}]}");
    String bare = submitted(ada, "{}");
    String mine = submitted(ada, "{\"visibility\":\"private\"}");

    Answer found = ada.post(ANALYZE, among(digital, bare)).is(200);
    assertThat(found.texts("/reports", "report_id")).containsExactly(bare, digital);
    assertThat(found.at("/stats/report_count").asInt()).isEqualTo(2);
    assertThat(found.at("/stats/classification_breakdown/digital").asInt()).isOne();
    assertThat(ada.post(ANALYZE, among(bare, mine)).is(422).violations())
        .containsExactly("/report_ids/1:unknown_report");
    assertThat(ada.post(ANALYZE, among("x", bare)).is(422).violations())
        .containsExactly("/report_ids/0:unknown_report");
    Organization.on(port).member().post(ANALYZE, among(bare)).is(422);
  }

  @Test
  void followTheirReports() {
    String id = report(ada, 8.3, 47.1, "t");
    String path = REPORTS + "/" + id;
    assertThat(size()).isOne();
    ada.patch(path, "{\"visibility\":\"private\"}").is(200);
    assertThat(size()).isZero();
    ada.patch(path, "{\"visibility\":\"public\"}").is(200);
    assertThat(size()).isOne();
    ada.patch(path, "{\"status\":\"resolved\"}").is(200);
    assertThat(size()).isZero();
    ada.patch(path, "{\"status\":\"active\"}").is(200);
    String digital = "{\"classification\":\"digital\"}";
    ada.send("PUT", path + "/analyses/en", "application/json", digital).is(200);
    assertThat(size()).isZero();
    ada.send("PUT", path + "/analyses/de", "application/json", "{}").is(200);
    assertThat(size()).isOne();
    ada.delete(path).is(204);
    assertThat(size()).isZero();
  }

  private int size() {
    return ada.post(ANALYZE, within(SQUARE)).is(200).at("/reports").size();
  }

  @Test
  void mayBeOfATime() {
    submitted(
        ada,
        """
        {"reported_at": "2026-01-01T00:00:00Z", "analyses": [{}],
         "location": {"type": "Point", "coordinates": [8.3, 47.1]}}
        """);
    String before = within(SQUARE).replaceFirst("\\{", "{\"reported_before\":\"%s\",");
    assertThat(
            ada.post(ANALYZE, before.formatted("2026-01-02T00:00:00Z"))
                .is(200)
                .at("/reports")
                .size())
        .isOne();
    assertThat(
            ada.post(ANALYZE, before.formatted("2026-01-01T00:00:00Z"))
                .is(200)
                .at("/reports")
                .size())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | :not_allowed",
        "{\"report_ids\":[\"x\"],\"near\":{\"report_id\":\"y\"}} | :not_allowed",
        "{\"near\":{}} | /near:not_allowed",
        "{\"near\":{\"point\":{\"type\":\"Point\",\"coordinates\":[0,91]}}} | /near/point/coordinates/1:out_of_range",
        "{\"near\":{\"point\":{\"type\":\"Point\",\"coordinates\":[0,0]},\"radius_m\":0.5}} | /near/radius_m:too_small",
        "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[0,0]}} | /geometry:unknown_value",
        "{\"geometry\":{\"type\":\"Polygon\"}} | /geometry:wrong_type",
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}} | /geometry:too_few",
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}} | /geometry:invalid_format",
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}} | /geometry:invalid_format",
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]],[[2,2],[3,2],[3,3],[2,2]]]}} | /geometry:invalid_format",
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,91],[0,0]]]}} | /geometry:out_of_range",
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[179,0],[-179,0],[179,1],[179,0]]]}} | /geometry:out_of_range",
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,0],[0,0],[0,0]]]}} | /geometry:invalid_format",
        "{\"report_ids\":[\"x\"],\"limit\":1001} | /limit:too_large",
      })
  void arePlacesOnEarth(String json, String violation) {
    assertThat(ada.post(ANALYZE, json).is(422, "VALIDATION_FAILED").violations())
        .hasSize(1)
        .allMatch(it -> it.startsWith(violation.substring(0, violation.indexOf(':') + 1)));
  }

  @Test
  void haveAtMostTwoThousandPositions() {
    StringBuilder ring = new StringBuilder("[");
    for (int n = 0; n < 2_000; n++) {
      double angle = 2 * Math.PI * n / 2_000;
      ring.append("[%s,%s],".formatted(Math.cos(angle), Math.sin(angle)));
    }
    String first = "[1.0,0.0]]";
    assertThat(ada.post(ANALYZE, within(ring + first)).is(422).violations())
        .containsExactly("/geometry:too_many");
    String fewer = ring.substring(0, ring.lastIndexOf("[")) + first;
    ada.post(ANALYZE, within(fewer)).is(200);
  }

  private static String within(String rings) {
    return "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}}";
  }

  private static String limited(String json, int limit) {
    return json.replaceFirst("\\{", "{\"limit\":" + limit + ",");
  }

  private static String around(double longitude, double latitude, int metres) {
    return "{\"near\":{\"point\":{\"type\":\"Point\",\"coordinates\":[%s,%s]},\"radius_m\":%s}}"
        .formatted(longitude, latitude, metres);
  }

  private static String among(String... ids) {
    return "{\"report_ids\":[\"" + String.join("\",\"", ids) + "\"]}";
  }
}
