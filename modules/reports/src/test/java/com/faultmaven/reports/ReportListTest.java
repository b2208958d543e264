package com.faultmaven.reports;

import static com.faultmaven.reports.Organization.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class ReportListTest {

  @LocalServerPort private int port;
  private Organization acme;
  private Api ada;

  @BeforeEach
  void connect() {
    acme = Organization.on(port);
    ada = acme.member("ada");
  }

  @ParameterizedTest
  @CsvSource({"-reported_at,cba", "reported_at,abc", "-severity,bca"})
  void areInTheOrderAskedForWhateverThePages(String sort, String expected) {
    report("a", "2026-01-01T00:00:00Z", "", "");
    report("b", "2026-01-02T00:00:00Z", "\"severity\":0.9,", "");
    report("c", "2026-01-03T00:00:00Z", "\"severity\":0.2,", "");

    String whole = REPORTS + "?sort=" + sort;
    assertThat(String.join("", ada.get(whole).is(200).texts("/reports", "external_id")))
        .isEqualTo(expected);
    StringBuilder paged = new StringBuilder();
    Answer page = ada.get(whole + "&limit=1").is(200);
    assertThat(page.at("/total").asInt()).isEqualTo(3);
    while (true) {
      paged.append(page.text("/reports/0/external_id"));
      if (page.at("/next_cursor").isMissingNode()) {
        break;
      }
      page = ada.get(whole + "&limit=1&cursor=" + page.text("/next_cursor")).is(200);
    }
    assertThat(paged).hasToString(expected);
    ada.get(REPORTS + "?cursor=AAAA").is(400, "INVALID_PARAMETER");
  }

  @Test
  void keepTheirOrderAmongEqualTimes() {
    List<String> sent = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      sent.addFirst("n" + n);
      report("n" + n, "2026-01-01T00:00:00Z", "", "");
    }
    assertThat(ada.get(REPORTS).texts("/reports", "external_id")).isEqualTo(sent);
    assertThat(ada.get(REPORTS + "?limit=2&offset=2").texts("/reports", "external_id"))
        .isEqualTo(sent.subList(2, 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status=resolved | b",
        "classification=digital | a",
        "visibility=private | b",
        "source=app | ab",
        "external_id=a | a",
        "reporter=me | ab",
        "bbox=8.2,47,8.4,47.1 | a",
        "q=loose+-tiles | b",
        "q=%22loose+tiles%22 | a",
        "reported_after=2026-01-01T00:00:00Z | b",
        "reported_before=2026-01-02T00:00:00Z | a",
        "severity_min=0.5 | a",
        "classification=physical&status=active | a",
      })
  void areNarrowed(String query, String expected) {
    report(
        "a",
        "2026-01-01T00:00:00Z",
        "\"title\":\"Loose tiles\",\"severity\":0.5,",
        "\"location\":{\"type\":\"Point\",\"coordinates\":[8.3,47.05]},");
    String path =
        REPORTS
            + "/"
            + Organization.submitted(
                ada,
                """
                {"source": "app", "external_id": "b", "reported_at": "2026-01-02T00:00:00Z",
                 "description": "loose", "visibility": "private"}
                """);
    ada.patch(path, "{\"status\":\"resolved\"}").is(200);
    Organization.submitted(Organization.on(port).member(), "{\"external_id\":\"z\"}");

    assertThat(
            ada.get(REPORTS + "?" + query).is(200).texts("/reports", "external_id").stream()
                .sorted())
        .containsExactlyElementsOf(List.of(expected.split("")));
  }

  @Test
  void endSomewhere() {
    ada.post(REPORTS, "{}").is(201);
    Answer beyond = ada.get(REPORTS + "?offset=2147483647&limit=100").is(200);
    assertThat(beyond.at("/reports").size()).isZero();
    assertThat(beyond.at("/total").asInt()).isOne();
    ada.get(Organization.CLUSTERS + "?offset=2147483647&limit=100").is(200);
  }

  @Test
  void areFoundByNumbers() {
    Answer first = ada.post(REPORTS, "{}").is(201);
    Answer second = ada.post(REPORTS, "{}").is(201);
    ada.post(REPORTS, "{}").is(201);
    String query = "?seq=" + first.text("/seq") + "&seq=" + second.text("/seq");
    assertThat(ada.get(REPORTS + query).is(200).at("/total").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bbox=8,47,8",
        "bbox=8,47,7,48",
        "bbox=8,47,9,91",
        "seq=0",
        "severity_min=2",
        "severity_min=NaN",
        "status=open",
        "reporter=eve",
        "sort=title",
        "colour=red"
      })
  void refuseWhatNobodyCanMean(String query) {
    ada.get(REPORTS + "?" + query).is(400, "INVALID_PARAMETER");
  }

  @Test
  void areNotThoseOfACaseThatOneMayNotRead() {
    ada.get(REPORTS + "?case_id=case_000000000000").is(404, "CASE_NOT_FOUND");
    ada.get(REPORTS + "?case_id=x").is(404, "CASE_NOT_FOUND");
  }

  @Test
  void endWithWhatFitsIfThereIsACursorToGoOnBy() {
    String large = "x".repeat(16_000);
    for (int n = 0; n < 12; n++) {
      StringBuilder analyses = new StringBuilder();
      for (int language = 0; language < 10; language++) {
        analyses
            .append(language == 0 ? "" : ",")
            .append("{\"language\":\"l%s\",\"description\":\"%s\"}".formatted(language, large));
      }
      ada.post(REPORTS, "{\"analyses\":[" + analyses + "]}").is(201);
    }
    assertThat(ada.get(REPORTS + "?limit=11").at("/reports").size()).isEqualTo(11);
    String cursor = ada.get(REPORTS + "?limit=1").text("/next_cursor");
    Answer fitting = ada.get(REPORTS + "?limit=11&cursor=" + cursor).is(200);
    assertThat(fitting.at("/reports").size()).isBetween(1, 8);
    assertThat(fitting.text("/next_cursor")).isNotEmpty();
  }

  private void report(String name, String time, String analysis, String more) {
    Organization.submitted(
        ada,
        """
        {"source": "app", "external_id": "%s", "reported_at": "%s", %s
         "analyses": [%s]}
        """
            .formatted(
                name,
                time,
                more,
                analysis.isEmpty()
                    ? ""
                    : "{"
                        + analysis
                        + "\"language\":\"de\"},{\"classification\":\"digital\",\"language\":\"fr\"}"));
  }
}
