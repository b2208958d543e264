package com.faultmaven.status;

import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What clients of Statuspage get. */
@ModuleTest
class StatuspageTest {

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  @LocalServerPort private int port;
  private Organization organization;
  private Api operator;
  private Api anybody;
  private String page = "";

  @BeforeEach
  void publish() {
    organization = Organization.on(port);
    operator = organization.operator();
    anybody = Api.on(port);
    page = "/status/o/" + organization.name();
    organization.admin().put("/api/v1/status-page", "{\"name\":\"Acme\",\"public\":true}").is(200);
  }

  @Test
  void getAPageItsComponentsAndTheirGroups() {
    String search = service(operator, "Search");
    operator.patch(search, "{\"group\":\"Shop\",\"position\":2}").is(200);
    service(operator, "Alone");
    incident(operator, "medium", search);

    Answer summary = read("summary");

    assertThat(names(summary.json()))
        .containsExactly("page", "components", "incidents", "scheduled_maintenances", "status");
    assertThat(names(summary.at("/page")))
        .containsExactly("id", "name", "url", "time_zone", "updated_at");
    assertThat(summary.text("/page/id")).isEqualTo(organization.name());
    assertThat(summary.text("/page/url")).isEqualTo("http://localhost:" + port + page);
    assertThat(summary.text("/page/updated_at")).matches(TIME);
    assertThat(summary.text("/status/indicator")).isEqualTo("minor");
    assertThat(summary.text("/status/description")).isEqualTo("Partially Degraded Service");
    assertThat(summary.texts("/components", "name")).containsExactly("Alone", "Shop", "Search");
    JsonNode alone = summary.at("/components/0");
    assertThat(names(alone))
        .containsExactly(
            "id",
            "name",
            "status",
            "created_at",
            "updated_at",
            "position",
            "description",
            "showcase",
            "start_date",
            "group_id",
            "page_id",
            "group",
            "only_show_if_degraded");
    assertThat(alone.path("group_id").isNull()).isTrue();
    JsonNode shop = summary.at("/components/1");
    assertThat(shop.path("group").asBoolean()).isTrue();
    assertThat(shop.path("status").asString()).isEqualTo("degraded_performance");
    assertThat(shop.at("/components/0").asString()).isEqualTo(id(search));
    assertThat(summary.text("/components/2/group_id")).isEqualTo(shop.path("id").asString());
  }

  @Test
  void getIncidentsWithTheirWholeStory() {
    String search = service(operator, "Search");
    String opened = incident(operator, "critical", search);
    operator.patch(opened, "{\"body\":\"It began.\"}").is(200);
    operator.post(opened + "/updates", "{\"message\":\"Frist\"}").is(201);
    String wrong = operator.get(opened).text("/updates/0/id");
    operator
        .post(opened + "/updates", "{\"message\":\"First\",\"corrects\":\"" + wrong + "\"}")
        .is(201);

    JsonNode told = read("incidents/unresolved").at("/incidents/0");
    assertThat(names(told))
        .containsExactly(
            "id",
            "name",
            "status",
            "created_at",
            "updated_at",
            "monitoring_at",
            "resolved_at",
            "impact",
            "shortlink",
            "started_at",
            "page_id",
            "incident_updates",
            "components",
            "reminder_intervals");
    assertThat(told.path("impact").asString()).isEqualTo("critical");
    assertThat(told.path("shortlink").asString())
        .isEqualTo("http://localhost:" + port + page + "/incidents/" + id(opened));
    assertThat(told.path("monitoring_at").isNull()).isTrue();
    assertThat(names(told.at("/incident_updates/0")))
        .containsExactly(
            "id",
            "status",
            "body",
            "incident_id",
            "created_at",
            "updated_at",
            "display_at",
            "affected_components",
            "deliver_notifications",
            "custom_tweet",
            "tweet_id");
    assertThat(bodies(told)).containsExactly("First", "It began.");
    assertThat(told.at("/components/0/id").asString()).isEqualTo(id(search));

    operator.post(opened + "/resolve", "{\"message\":\"Over.\"}").is(200);
    operator.patch(opened, "{\"postmortem\":\"A cable.\"}").is(200);
    assertThat(read("incidents/unresolved").at("/incidents").isEmpty()).isTrue();
    assertThat(read("summary").at("/incidents").isEmpty()).isTrue();
    JsonNode over = read("incidents").at("/incidents/0");
    assertThat(over.path("status").asString()).isEqualTo("postmortem");
    assertThat(over.path("resolved_at").asString()).matches(TIME);
    assertThat(bodies(over)).containsExactly("A cable.", "Over.", "First", "It began.");
    assertThat(over.at("/incident_updates/0/status").asString()).isEqualTo("postmortem");
  }

  @Test
  void getMaintenancesByTheClock() {
    String search = service(operator, "Search");
    Instant soon = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    String disks = plan("Disks", search, soon);
    String cables = plan("Cables", search, soon);
    operator.post(cables + "/cancel", "{}").is(200);

    assertThat(read("scheduled-maintenances").texts("/scheduled_maintenances", "name"))
        .containsExactly("Disks");
    JsonNode planned = read("scheduled-maintenances/upcoming").at("/scheduled_maintenances/0");
    assertThat(planned.path("impact").asString()).isEqualTo("maintenance");
    assertThat(planned.path("status").asString()).isEqualTo("scheduled");
    assertThat(planned.path("scheduled_for").asString())
        .isEqualTo(soon.toString().replace("Z", ".000Z"));
    assertThat(read("scheduled-maintenances/active").at("/scheduled_maintenances").isEmpty())
        .isTrue();

    operator.post(disks + "/start", "{}").is(200);
    Answer active = read("scheduled-maintenances/active");
    assertThat(active.text("/scheduled_maintenances/0/status")).isEqualTo("in_progress");
    assertThat(read("summary").text("/status/indicator")).isEqualTo("maintenance");
    assertThat(read("components").text("/components/0/status")).isEqualTo("under_maintenance");

    operator.post(disks + "/complete", "{}").is(200);
    assertThat(read("scheduled-maintenances").text("/scheduled_maintenances/0/status"))
        .isEqualTo("completed");
    assertThat(read("summary").at("/scheduled_maintenances").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "critical, critical, critical",
    "high, major, major",
    "medium, minor, minor",
    "low, minor, minor"
  })
  void getSeveritiesInTheirWords(String severity, String impact, String indicator) {
    incident(operator, severity, service(operator, "Search"));
    assertThat(read("incidents").text("/incidents/0/impact")).isEqualTo(impact);
    assertThat(read("status").text("/status/indicator")).isEqualTo(indicator);
  }

  @Test
  void mayBePagesOfAnyOrigin() {
    Answer read =
        anybody.with("Origin", "https://elsewhere.example").get(page + "/api/v2/status.json");
    assertThat(read.is(200).header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  private String plan(String title, String service, Instant from) {
    return operator
        .post(
            "/api/v1/maintenances",
            "{\"title\":\"%s\",\"service_ids\":[\"%s\"],\"scheduled_for\":\"%s\",\"scheduled_until\":\"%s\"}"
                .formatted(title, id(service), from, from.plus(1, ChronoUnit.HOURS)))
        .is(201)
        .header("Location");
  }

  private Answer read(String name) {
    return anybody.get(page + "/api/v2/" + name + ".json").is(200);
  }

  private static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  private static List<String> bodies(JsonNode incident) {
    return incident
        .path("incident_updates")
        .valueStream()
        .map(it -> it.path("body").asString())
        .toList();
  }
}
