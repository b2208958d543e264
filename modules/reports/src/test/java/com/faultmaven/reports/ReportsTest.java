package com.faultmaven.reports;

import static com.faultmaven.reports.Organization.REPORTS;
import static com.faultmaven.reports.Organization.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.reports.events.ReportAnalyzedV1;
import com.faultmaven.contracts.reports.events.ReportDeletedV1;
import com.faultmaven.contracts.reports.events.ReportStatusChangedV1;
import com.faultmaven.contracts.reports.events.ReportSubmittedV1;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@ModuleTest
class ReportsTest {

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  private Organization acme;
  private Api ada;

  @BeforeEach
  void connect() {
    acme = Organization.on(port);
    ada = acme.member("ada");
  }

  @Test
  void areStoredAsTheyAreSent() {
    Answer submitted =
        ada.post(
                REPORTS,
                """
                {"source": "app", "external_id": "x-1", "reported_at": "2026-03-14T09:26:53.5Z",
                 "location": {"type": "Point", "coordinates": [8.3, 47.05]},
                 "description": " as sent ", "media": [{"url": "https://a.example/1.jpg"}],
                 "metadata": {"n": 12345678901234567890.125},
                 "analyses": [
                   {"language": "fr", "title": "Toit", "classification": "digital", "severity": 0.1},
                   {"language": "EN", "title": " Roof ", "severity": 0.86,
                    "contact_emails": ["a@b.example"], "metadata": {"m": 1.10}}]}
                """)
            .is(201);

    assertThat(submitted.header("Location")).isEqualTo(path(submitted));
    assertThat(submitted.text("/report_id")).matches("rep_[0-9a-f]{16}");
    assertThat(submitted.text("/reporter_id")).isEqualTo("ada");
    assertThat(submitted.text("/visibility")).isEqualTo("organization");
    assertThat(submitted.text("/description")).isEqualTo(" as sent ");
    assertThat(submitted.text("/title")).as("in English, whatever its case").isEqualTo(" Roof ");
    assertThat(submitted.text("/classification")).isEqualTo("physical");
    assertThat(submitted.at("/severity").asDouble()).isEqualTo(0.86);
    assertThat(submitted.texts("/analyses", "language")).containsExactly("EN", "fr");
    assertThat(submitted.body()).contains("12345678901234567890.125");
    Answer read = ada.get(path(submitted)).is(200);
    assertThat(read.json()).isEqualTo(submitted.json());
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    ada.with("If-None-Match", "\"1\"").get(path(submitted)).is(304);
  }

  @Test
  void needNothing() {
    Answer submitted = ada.post(REPORTS, "{}").is(201);

    assertThat(submitted.at("/location").isNull()).isTrue();
    assertThat(submitted.at("/title").isNull()).isTrue();
    assertThat(submitted.text("/source")).isEqualTo("api");
    ada.post(
            REPORTS,
            "{\"source\":null,\"external_id\":null,\"reported_at\":null,\"location\":null,"
                + "\"visibility\":null,\"description\":null,\"analyses\":null,\"media\":null,"
                + "\"metadata\":null}")
        .is(201);
  }

  @Test
  void areOnceUnderTheirNameHoweverManySendThem() {
    String json = "{\"source\":\"app\",\"external_id\":\"same\",\"description\":\"%s\"}";
    List<Answer> answers =
        Together.run(8, number -> ada.post(REPORTS, json.formatted("from " + number)));

    assertThat(answers.stream().map(it -> it.text("/report_id")).distinct()).hasSize(1);
    assertThat(answers.stream().map(it -> it.text("/description")).distinct()).hasSize(1);
    assertThat(answers.stream().map(Answer::status).sorted().toList())
        .containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
    Organization.on(port).member().post(REPORTS, json.formatted("of others")).is(201);
  }

  @Test
  void tellNothingUnderTheNameOfWhatSomebodyMayNotRead() {
    ada.post(REPORTS, "{\"external_id\":\"mine\",\"visibility\":\"private\"}").is(201);

    ada.post(REPORTS, "{\"external_id\":\"mine\"}").is(200);
    acme.member().post(REPORTS, "{\"external_id\":\"mine\"}").is(403, "PERMISSION_DENIED");
  }

  @Test
  void areReadByWhomTheirVisibilitySays() {
    String organization = path(ada.post(REPORTS, "{}").is(201));
    String open = path(ada.post(REPORTS, "{\"visibility\":\"public\"}").is(201));
    String mine = path(ada.post(REPORTS, "{\"visibility\":\"private\"}").is(201));
    ada.post(REPORTS, "{\"visibility\":\"quarantined\"}").is(403, "PERMISSION_DENIED");
    String quarantined =
        path(acme.service().post(REPORTS, "{\"visibility\":\"quarantined\"}").is(201));

    assertReads(acme.member(), List.of(organization, open), List.of(mine, quarantined));
    assertReads(ada, List.of(organization, open, mine), List.of(quarantined));
    assertReads(acme.service(), List.of(organization, open, quarantined), List.of(mine));
    assertReads(acme.admin(), List.of(organization, open, mine, quarantined), List.of());
    assertReads(
        Organization.on(port).admin(), List.of(), List.of(organization, open, mine, quarantined));
    Api.on(port).get(organization).is(401, "AUTHENTICATION_REQUIRED");
  }

  private static void assertReads(Api who, List<String> readable, List<String> hidden) {
    readable.forEach(report -> who.get(report).is(200));
    hidden.forEach(report -> who.get(report).is(404, "REPORT_NOT_FOUND"));
    assertThat(who.get(REPORTS + "?limit=100").is(200).texts("/reports", "report_id"))
        .containsExactlyInAnyOrderElementsOf(
            readable.stream().map(it -> it.substring(REPORTS.length() + 1)).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"analyses\":[{\"severity\":1.0001}]} | /analyses/0/severity:too_large",
        "{\"analyses\":[{\"severity\":\"0.5\"}]} | /analyses/0/severity:wrong_type",
        "{\"location\":{\"type\":\"Point\",\"coordinates\":[8,90.1]}} | /location/coordinates/1:out_of_range",
        "{\"location\":{\"type\":\"Point\",\"coordinates\":[8,47,3]}} | /location/coordinates:too_many",
        "{\"location\":{\"type\":\"Point\",\"coordinates\":[180.5,47]}} | /location/coordinates/0:too_large",
        "{\"reported_at\":\"9999-01-01T00:00:00Z\"} | /reported_at:out_of_range",
        "{\"reported_at\":\"1969-12-31T23:59:59Z\"} | /reported_at:out_of_range",
        "{\"analyses\":[{},{\"language\":\"EN\"}]} | /analyses/1/language:not_allowed",
        "{\"description\":\"a\\u0000\"} | /description:invalid_characters",
        "{\"description\":\"\\ud800\"} | /description:invalid_characters",
        "{\"actor_user_id\":\"eve\"} | /actor_user_id:unknown_property",
        "{\"reporter_id\":\"eve\"} | /reporter_id:unknown_property",
        "{\"media\":[{\"url\":\"http://a.example\"}]} | /media/0/url:invalid_format",
        "{\"source\":\"a b\"} | /source:invalid_format",
      })
  void areHeldToTheContract(String json, String violation) {
    assertThat(ada.post(REPORTS, json).is(422, "VALIDATION_FAILED").violations())
        .contains(violation);
  }

  @Test
  void mayBeOfTomorrowAndNotOfNextWeek() {
    String json = "{\"reported_at\":\"%s\"}";
    ada.post(REPORTS, json.formatted(in(23))).is(201);
    for (int hours : new int[] {25, 7 * 24}) {
      assertThat(ada.post(REPORTS, json.formatted(in(hours))).is(422).violations())
          .containsExactly("/reported_at:out_of_range");
    }
    ada.post(REPORTS, "{\"analyses\":[{\"severity\":NaN}]}").is(400, "MALFORMED_BODY");
  }

  private static Instant in(int hours) {
    return Instant.now().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.SECONDS);
  }

  @Test
  void haveNoTitleOfFourThousandMarks() {
    String marks = "\u0301".repeat(4_000);
    assertThat(
            ada.post(REPORTS, "{\"analyses\":[{\"title\":\"" + marks + "\"}]}")
                .is(422, "VALIDATION_FAILED")
                .violations())
        .containsExactly("/analyses/0/title:too_long");
  }

  @Test
  void areStoredAtTheirLargest() {
    String long16k = "\ud83d\udd25 ".repeat(8_000);
    String body =
        "{\"description\":\"%1$s\",\"analyses\":[%2$s]}"
            .formatted(
                long16k,
                IntStream.range(0, 9)
                    .mapToObj(
                        it ->
                            "{\"language\":\"l%s\",\"title\":\"%s\",\"description\":\"%s\"}"
                                .formatted(it, "w" + it + " ", long16k))
                    .collect(Collectors.joining(",")));
    Answer submitted = ada.post(REPORTS, body).is(201);
    assertThat(ada.get(REPORTS + "?q=w3").is(200).texts("/reports", "report_id"))
        .containsExactly(submitted.text("/report_id"));
  }

  @Test
  void changeByTheirReporterAndModerators() {
    String mine = path(ada.post(REPORTS, "{\"metadata\":{\"a\":1,\"b\":2}}").is(201));

    Answer changed = ada.patch(mine, "{\"status\":\"resolved\",\"metadata\":{\"b\":null}}").is(200);
    assertThat(changed.at("/metadata").toString()).isEqualTo("{\"a\":1}");
    assertThat(changed.text("/status")).isEqualTo("resolved");
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(ada.patch(mine, "{\"status\":\"resolved\"}").is(200).header("ETag"))
        .as("nothing is different")
        .isEqualTo("\"2\"");
    ada.with("If-Match", "\"1\"").patch(mine, "{\"status\":\"active\"}").is(412);
    ada.patch(mine, "{\"visibility\":\"quarantined\"}").is(403, "PERMISSION_DENIED");
    ada.patch(mine, "{\"status\":\"rejected\"}").is(403, "PERMISSION_DENIED");
    acme.member().patch(mine, "{\"status\":\"active\"}").is(403, "PERMISSION_DENIED");
    acme.service().patch(mine, "{\"status\":\"rejected\"}").is(200);
    ada.patch(mine, "{\"status\":\"active\"}").is(403, "PERMISSION_DENIED");
    acme.service().patch(mine, "{\"visibility\":\"quarantined\"}").is(200);
    ada.patch(mine, "{\"visibility\":\"public\"}").is(404, "REPORT_NOT_FOUND");
    assertThat(ada.patch(mine, "{\"status\":null}").is(422).violations())
        .containsExactly("/status:wrong_type");
  }

  @Test
  void sayWhatTheySayOnceInALanguage() {
    String mine = path(ada.post(REPORTS, "{\"analyses\":[{\"title\":\"old\"}]}").is(201));

    Answer put =
        ada.send(
                "PUT",
                mine + "/analyses/EN",
                "application/json",
                "{\"title\":\"new\",\"severity\":0.5}")
            .is(200);
    assertThat(put.texts("/analyses", "title")).containsExactly("new");
    assertThat(put.texts("/analyses", "language")).containsExactly("EN");
    assertThat(put.text("/title")).isEqualTo("new");
    assertThat(ada.get(mine).is(200).json()).isEqualTo(put.json());
    for (int n = 0; n < 9; n++) {
      ada.send("PUT", mine + "/analyses/l" + n, "application/json", "{}").is(200);
    }
    ada.send("PUT", mine + "/analyses/fr", "application/json", "{}").is(409, "LIMIT_REACHED");
    for (String none : List.of("x", "seventeen-letters", "a.b")) {
      ada.send("PUT", mine + "/analyses/" + none, "application/json", "{}")
          .is(400, "INVALID_PARAMETER");
    }
    acme.member()
        .send("PUT", mine + "/analyses/en", "application/json", "{}")
        .is(403, "PERMISSION_DENIED");
  }

  @Test
  void sayAllThatIsSaidAtOnce() {
    String mine = path(ada.post(REPORTS, "{}").is(201));
    String json = "{\"classification\":\"c%s\"}";
    Together.run(
        8,
        n ->
            ada.send("PUT", mine + "/analyses/l" + n, "application/json", json.formatted(n))
                .is(200));
    for (int n = 0; n < 8; n++) {
      assertThat(ada.get(REPORTS + "?classification=c" + n).is(200).at("/total").asInt()).isOne();
    }
  }

  @Test
  void goForGood() {
    String mine = path(ada.post(REPORTS, "{\"analyses\":[{}]}").is(201));
    acme.service().delete(mine).is(403, "PERMISSION_DENIED");
    ada.with("If-Match", "\"7\"").delete(mine).is(412);
    ada.delete(mine).is(204);
    ada.delete(mine).is(404, "REPORT_NOT_FOUND");
    ada.get(REPORTS + "/rep_1").is(404, "REPORT_NOT_FOUND");
  }

  @Test
  void tellWhatHappensToThemInOrder() {
    try (RecordedEvents events = RecordedEvents.of(context)) {
      String mine = path(ada.post(REPORTS, "{\"analyses\":[{\"severity\":0.4}]}").is(201));
      ada.send("PUT", mine + "/analyses/fr", "application/json", "{\"severity\":0.9}").is(200);
      ada.patch(mine, "{\"status\":\"resolved\"}").is(200);
      ada.patch(mine, "{\"metadata\":{\"a\":1}}").is(200);
      ada.delete(mine).is(204);

      assertThat(
              events.all().stream()
                  .filter(it -> mine.endsWith(it.aggregateId()))
                  .map(it -> it.eventType() + " " + it.aggregateVersion()))
          .containsExactly(
              "report.submitted 1",
              "report.analyzed 2",
              "report.status_changed 3",
              "report.deleted 4");
      assertThat(events.ofType(ReportSubmittedV1.class).getLast().payload().severity())
          .isEqualTo(0.4);
      assertThat(events.ofType(ReportAnalyzedV1.class).getLast().payload().severity())
          .isEqualTo(0.9);
      assertThat(events.ofType(ReportStatusChangedV1.class).getLast().payload())
          .satisfies(it -> assertThat(it.fromStatus()).isEqualTo("active"))
          .satisfies(it -> assertThat(it.changedBy()).isEqualTo("ada"));
      assertThat(events.ofType(ReportDeletedV1.class)).isNotEmpty();
    }
  }
}
