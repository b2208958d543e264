package com.faultmaven.status;

import static com.faultmaven.status.Organization.INCIDENTS;
import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.open;
import static com.faultmaven.status.Organization.service;
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
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class IncidentsTest {

  @LocalServerPort private int port;
  private Api operator;
  private String payments = "";

  @BeforeEach
  void publish() {
    operator = Organization.on(port).operator();
    payments = service(operator, "Payments");
  }

  @Test
  void opensOneThatIsInvestigated() {
    Answer opened = open(operator, "critical", payments, payments).is(201);

    assertThat(opened.text("/status")).isEqualTo("investigating");
    assertThat(opened.at("/service_ids").size()).as("named twice, it counts once").isEqualTo(1);
    assertThat(opened.text("/impacts/" + id(payments))).isEqualTo("major_outage");
    assertThat(opened.at("/allowed_status_changes").toString()).isEqualTo("[\"identified\"]");
    assertThat(opened.at("/updates").isEmpty()).isTrue();
    assertThat(opened.header("ETag")).isEqualTo("\"1-0\"");
    Answer read = operator.get(opened.header("Location")).is(200);
    assertThat(read.body()).isEqualTo(opened.body());
    operator.with("If-None-Match", opened.header("ETag")).get(opened.header("Location")).is(304);
  }

  @ParameterizedTest
  @CsvSource({
    "critical, outage, major_outage",
    "high, outage, partial_outage",
    "medium, degraded, degraded_performance",
    "low, degraded, degraded_performance"
  })
  void makesItsServicesWorseUntilItIsOver(String severity, String status, String condition) {
    String path = incident(operator, severity, payments);

    Answer touched = operator.get(payments).is(200);
    assertThat(touched.text("/status")).isEqualTo(status);
    assertThat(touched.text("/condition")).isEqualTo(condition);
    assertThat(touched.at("/active_incidents").asInt()).isEqualTo(1);

    operator.post(path + "/resolve", "{}").is(200);
    assertThat(operator.get(payments).text("/condition")).isEqualTo("operational");
  }

  @Test
  void lastsAsLongAsTheWorstOfSeveral() {
    String bad = incident(operator, "critical", payments);
    String small = incident(operator, "low", payments);

    assertThat(operator.get(payments).text("/condition")).isEqualTo("major_outage");
    operator.post(bad + "/resolve", "{}").is(200);
    assertThat(operator.get(payments).text("/condition")).isEqualTo("degraded_performance");
    operator.post(small + "/resolve", "{}").is(200);
    assertThat(operator.get(payments).text("/condition")).isEqualTo("operational");
  }

  @Test
  void doesToEachServiceWhatIsSaid() {
    String search = service(operator, "Search");
    Answer opened =
        operator
            .post(
                INCIDENTS,
                """
                {"title": "Slow", "severity": "low", "service_ids": ["%1$s", "%2$s"],
                 "impacts": {"%2$s": "major_outage"}}
                """
                    .formatted(id(payments), id(search)))
            .is(201);

    assertThat(operator.get(payments).text("/condition")).isEqualTo("degraded_performance");
    assertThat(operator.get(search).text("/condition")).isEqualTo("major_outage");
    operator.patch(opened.header("Location"), "{\"severity\":\"high\"}").is(200);
    assertThat(operator.get(payments).text("/condition")).isEqualTo("partial_outage");
    assertThat(operator.get(search).text("/condition")).as("set by hand").isEqualTo("major_outage");
  }

  @Test
  void touchesOtherServicesWhenItIsSaid() {
    String search = service(operator, "Search");
    String path = incident(operator, "high", payments);

    Answer moved =
        operator
            .patch(
                path,
                "{\"service_ids\":[\"%1$s\"],\"impacts\":{\"%1$s\":\"degraded_performance\"}}"
                    .formatted(id(search)))
            .is(200);

    assertThat(moved.at("/service_ids").toString()).isEqualTo("[\"" + id(search) + "\"]");
    assertThat(operator.get(payments).text("/condition")).isEqualTo("operational");
    assertThat(operator.get(search).text("/condition")).isEqualTo("degraded_performance");
  }

  @Test
  void goesStepByStepAndIsResolvedFromAnywhere() {
    String path = incident(operator, "high", payments);

    Answer refused =
        operator.patch(path, "{\"status\":\"monitoring\"}").is(409, "ILLEGAL_STATUS_CHANGE");
    assertThat(refused.text("/error/code")).isEqualTo("CONFLICT");
    assertThat(refused.text("/detail")).contains("investigating").contains("monitoring");
    assertThat(refused.text("/current_status")).isEqualTo("investigating");
    assertThat(refused.at("/allowed").toString()).isEqualTo("[\"identified\"]");
    operator.patch(path, "{\"status\":\"investigating\"}").is(409, "ILLEGAL_STATUS_CHANGE");

    Answer identified = operator.patch(path, "{\"status\":\"identified\"}").is(200);
    assertThat(identified.at("/identified_at").isString()).isTrue();
    Answer monitored = operator.patch(path, "{\"status\":\"monitoring\"}").is(200);
    assertThat(monitored.at("/monitoring_at").isString()).isTrue();
    Answer over = operator.patch(path, "{\"status\":\"resolved\"}").is(200);
    assertThat(over.at("/resolved_at").isString()).isTrue();
    assertThat(over.texts("/updates", "message")).containsExactly("Incident resolved.");
    assertThat(over.at("/allowed_status_changes").isEmpty()).isTrue();
    assertThat(operator.get(payments).text("/condition")).isEqualTo("operational");
  }

  @Test
  void endsOnceWithOneLastUpdate() {
    String path = incident(operator, "high", payments);

    Answer over = operator.post(path + "/resolve", "{\"message\":\"Renewed.\"}").is(200);
    assertThat(over.text("/status")).isEqualTo("resolved");
    assertThat(over.texts("/updates", "message")).containsExactly("Renewed.");
    assertThat(over.texts("/updates", "status")).containsExactly("resolved");

    operator.send("POST", path + "/resolve", null, "").is(409, "INCIDENT_RESOLVED");
    operator
        .post(path + "/updates", "{\"message\":\"Too late.\",\"status\":\"resolved\"}")
        .is(409, "INCIDENT_RESOLVED");
    operator.patch(path, "{\"severity\":\"low\"}").is(409, "INCIDENT_RESOLVED");
    operator.patch(path, "{\"message\":\"More\"}").is(409, "INCIDENT_RESOLVED");
    operator.patch(path, "{\"status\":\"resolved\"}").is(409, "ILLEGAL_STATUS_CHANGE");
    assertThat(operator.patch(path, "{\"title\":\"Renamed\"}").is(200).text("/title"))
        .isEqualTo("Renamed");
  }

  @Test
  void isResolvedWithoutABody() {
    String path = incident(operator, "high", payments);
    Answer over = operator.send("POST", path + "/resolve", null, "").is(200);
    assertThat(over.texts("/updates", "message")).containsExactly("Incident resolved.");
  }

  @Test
  void appliesEverythingElseWhenAPatchResolves() {
    String path = incident(operator, "high", payments);
    operator.patch(path, "{\"status\":\"identified\"}").is(200);
    operator.patch(path, "{\"status\":\"monitoring\"}").is(200);

    Answer over =
        operator
            .patch(
                path,
                "{\"status\":\"resolved\",\"title\":\"Was slow\",\"message\":\"Mended.\","
                    + "\"postmortem\":\"A disk.\"}")
            .is(200);

    assertThat(over.text("/title")).isEqualTo("Was slow");
    assertThat(over.text("/postmortem")).isEqualTo("A disk.");
    assertThat(over.texts("/updates", "message")).containsExactly("Mended.");
  }

  @Test
  void hasAPostmortemAfterItsEnd() {
    String path = incident(operator, "high", payments);
    operator.patch(path, "{\"postmortem\":\"Early\"}").is(409, "INCIDENT_NOT_RESOLVED");
    operator.post(path + "/resolve", "{}").is(200);
    assertThat(operator.patch(path, "{\"postmortem\":\"A disk.\"}").is(200).text("/postmortem"))
        .isEqualTo("A disk.");
    assertThat(operator.patch(path, "{\"postmortem\":null}").is(200).at("/postmortem").isNull())
        .isTrue();
  }

  @Test
  void isBackfilledWithItsEnd() {
    Answer entered =
        operator
            .post(
                INCIDENTS,
                """
                {"title": "Last week", "severity": "critical", "service_ids": ["%s"],
                 "started_at": "2026-03-01T10:00:00+02:00", "resolved_at": "2026-03-01T09:00:00Z",
                 "resolution": "It was the disk."}
                """
                    .formatted(id(payments)))
            .is(201);

    assertThat(entered.text("/status")).isEqualTo("resolved");
    assertThat(entered.at("/backfilled").asBoolean()).isTrue();
    assertThat(entered.at("/notify").asBoolean()).isFalse();
    assertThat(entered.text("/started_at")).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(entered.texts("/updates", "message")).containsExactly("It was the disk.");
    assertThat(operator.get(entered.header("Location")).body()).isEqualTo(entered.body());
    assertThat(operator.get(payments).text("/condition")).isEqualTo("operational");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"title\":\" \" | /title:blank",
        "\"title\":\"t\",\"severity\":\"bad\" | /severity:unknown_value",
        "\"service_ids\":[] | /service_ids:too_few",
        "\"service_ids\":[\"x\"] | /service_ids/0:invalid_format",
        "\"started_at\":\"2026-03-01T10:00:00\" | /started_at:invalid_format",
        "\"started_at\":\"9000-03-01T10:00:00Z\" | /started_at:out_of_range",
        "\"resolved_at\":\"2026-03-01T10:00:00Z\" | /started_at:required",
        "\"started_at\":\"2026-03-01T10:00:00Z\",\"resolved_at\":\"2026-03-01T10:00:00Z\" | /resolved_at:out_of_range",
        "\"resolution\":\"so\" | /resolution:not_allowed",
        "\"impacts\":{\"0199f3c1-7a60-7d3e-9b1c-3f9a1c0b7d2e\":\"major_outage\"} | /impacts/0199f3c1-7a60-7d3e-9b1c-3f9a1c0b7d2e:not_allowed",
        "\"impacts\":{\"x\":\"major_outage\"} | /impacts:invalid_format",
        "\"colour\":1 | /colour:unknown_property",
      })
  void holdsWhatIsSaidToTheContract(String members, String violation) {
    String sound =
        "{\"title\":\"t\",\"severity\":\"low\",\"service_ids\":[\"%s\"],".formatted(id(payments));
    String body = sound + members + "}";
    for (String member : List.of("title", "severity", "service_ids")) {
      if (members.contains("\"" + member + "\":")) {
        body = body.replaceFirst("\"" + member + "\":(\"[^\"]*\"|\\[[^]]*]),", "");
      }
    }
    assertThat(operator.post(INCIDENTS, body).is(422, "VALIDATION_FAILED").violations())
        .contains(violation);
  }

  @Test
  void namesAllServicesThatAreNotThere() {
    String one = "00000000-0000-0000-0000-000000000001";
    String two = "00000000-0000-0000-0000-000000000002";
    Answer refused = open(operator, "low", one, payments, two).is(404, "SERVICE_NOT_FOUND");
    assertThat(refused.text("/detail")).contains(one).contains(two).doesNotContain(id(payments));
    assertThat(refused.text("/error/message")).isEqualTo(refused.text("/detail"));
  }

  @Test
  void saysWhatIsWrongInBothForms() {
    Answer refused = operator.post(INCIDENTS, "{\"title\":\"t\"}").is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).contains("/severity:required", "/service_ids:required");
    assertThat(refused.text("/error/code")).isEqualTo("VALIDATION_ERROR");
    assertThat(refused.text("/error/message"))
        .contains("body -> severity: ")
        .contains("; ")
        .contains("body -> service_ids: ");
    assertThat(refused.text("/error/request_id")).isEqualTo(refused.header("X-Request-ID"));

    Answer broken = operator.with("X-Request-ID", "my-custom-id").post(INCIDENTS, "{");
    broken.is(422, "MALFORMED_BODY");
    assertThat(broken.at("/status").asInt()).isEqualTo(422);
    assertThat(broken.text("/error/request_id")).isEqualTo("my-custom-id");
    operator.get(INCIDENTS + "/not-a-uuid").is(422, "INVALID_PARAMETER");
    Answer nowhere = operator.get(INCIDENTS + "/a/b/c");
    nowhere.is(404, "ROUTE_NOT_FOUND");
    assertThat(nowhere.text("/error/code")).isEqualTo("NOT_FOUND");
  }

  @Test
  void listsTheNewestFirstAndFilters() {
    String search = service(operator, "Search");
    String first = incident(operator, "low", payments);
    String second = incident(operator, "high", search);
    operator.post(second + "/resolve", "{}").is(200);

    Answer all = operator.get(INCIDENTS).is(200);
    assertThat(all.texts("/data", "id")).containsExactly(id(second), id(first));
    assertThat(all.at("/meta").toString()).isEqualTo("{\"total\":2,\"limit\":100,\"offset\":0}");
    for (String query :
        List.of(
            "status=investigating",
            "severity=low",
            "service_id=" + id(payments),
            "active=true",
            "started_before=9000-01-01T00:00:00Z&severity=low&status=investigating")) {
      assertThat(operator.get(INCIDENTS + "?" + query).is(200).texts("/data", "id"))
          .as(query)
          .containsExactly(id(first));
    }
    assertThat(operator.get(INCIDENTS + "?active=false").is(200).texts("/data", "id"))
        .containsExactly(id(second));
    assertThat(
            operator
                .get(INCIDENTS + "?started_after=9000-01-01T00:00:00Z")
                .is(200)
                .at("/meta/total")
                .asInt())
        .isZero();
  }

  @Test
  void isReadPageByPage() {
    List<String> opened = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      opened.addFirst(id(incident(operator, "low", payments)));
    }

    List<String> read = new ArrayList<>();
    String next = "";
    do {
      Answer page = operator.get(INCIDENTS + "?limit=2" + next).is(200);
      read.addAll(page.texts("/data", "id"));
      assertThat(page.at("/meta/total").asInt()).isEqualTo(5);
      next = page.at("/next_cursor").isString() ? "&cursor=" + page.text("/next_cursor") : "";
    } while (!next.isEmpty());

    assertThat(read).isEqualTo(opened);
    assertThat(operator.get(INCIDENTS + "?limit=2&offset=4").is(200).texts("/data", "id"))
        .containsExactly(opened.getLast());
    assertThat(operator.get(INCIDENTS + "?offset=1&cursor=x").is(422).violations())
        .containsExactly("cursor:not_allowed");
    assertThat(operator.get(INCIDENTS + "?cursor=x").is(422).violations())
        .containsExactly("cursor:invalid_format");
  }

  @Test
  void isDeletedByAdministratorsOnly() {
    String path = incident(operator, "critical", payments);
    operator.delete(path).is(403, "PERMISSION_DENIED");

    operator.instead("X-User-Roles", "[\"admin\"]").delete(path).is(204);

    operator.get(path).is(404, "INCIDENT_NOT_FOUND");
    assertThat(operator.get(payments).text("/condition")).isEqualTo("operational");
  }

  @Test
  void isUnknownToOtherOrganizations() {
    String path = incident(operator, "low", payments);
    Api stranger = Organization.on(port).admin();

    stranger.get(path).is(404, "INCIDENT_NOT_FOUND");
    stranger.patch(path, "{\"title\":\"x\"}").is(404, "INCIDENT_NOT_FOUND");
    stranger.post(path + "/resolve", "{}").is(404, "INCIDENT_NOT_FOUND");
    stranger.post(path + "/updates", "{\"message\":\"x\"}").is(404, "INCIDENT_NOT_FOUND");
    stranger.delete(path).is(404, "INCIDENT_NOT_FOUND");
    assertThat(stranger.get(INCIDENTS).at("/meta/total").asInt()).isZero();
  }

  @Test
  void isOpenedOnceUnderOneKey() {
    Api once = operator.with("Idempotency-Key", "open-" + id(payments));
    Answer first = open(once, "low", payments).is(201);
    Answer again = open(once, "low", payments).is(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(operator.get(INCIDENTS).at("/meta/total").asInt()).isEqualTo(1);
  }
}
