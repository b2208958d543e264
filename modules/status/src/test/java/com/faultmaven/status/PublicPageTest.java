package com.faultmaven.status;

import static com.faultmaven.status.Organization.INCIDENTS;
import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that everybody may see. */
@ModuleTest
class PublicPageTest {

  private static final String MAINTENANCES = "/api/v1/maintenances";
  private static final Pattern STYLE = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL);

  /** What a browser would load, or send something to. */
  private static final Pattern LOADED =
      Pattern.compile("(?i)<(script|img|iframe|object|embed|video|audio|source|link rel=.?style)");

  private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
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
    describe("{\"name\":\"Acme <b>Status</b>\",\"public\":true}");
  }

  @Test
  void showsHowEverythingIs() {
    String payments = service(operator, "Payments");
    service(operator, "Search");
    assertThat(anybody.get(page).is(200).body())
        .contains("<title>All Systems Operational – Acme &lt;b&gt;Status&lt;/b&gt;</title>")
        .contains("Payments", "Search", "Nothing was reported.");

    String opened = incident(operator, "critical", payments);
    say(opened, "We *look* into it.", "investigating");

    assertThat(anybody.get(page).body())
        .contains("<title>Major System Outage – ", "Happening now", "Payments time out")
        .contains("We <em>look</em> into it.")
        .contains("Major outage", "href=\"" + page + "/incidents/" + id(opened) + "\"");

    operator.post(opened + "/resolve", "{\"message\":\"It was a cable.\"}").is(200);
    assertThat(anybody.get(page).body())
        .contains("<title>All Systems Operational – ", "It was a cable.")
        .doesNotContain("Happening now");
  }

  @Test
  void isThatOfTheDefaultOrganizationByItself() {
    assertThat(anybody.get("/status").is(200).header("Content-Type"))
        .isEqualTo("text/html;charset=UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/history",
        "/history.atom",
        "/history.rss",
        "/badge.svg",
        "/api/v2/summary.json",
        "/api/v2/status.json",
        "/api/v2/incidents.json",
        "/incidents/0199f3c2-5e10-7f00-b3c4-93a1d2c7e604",
        "/maintenances/0199f3c2-5e10-7f00-b3c4-93a1d2c7e604",
        "/nothing"
      })
  void tellsNobodyWhetherWhatIsNotPublicIsThere(String address) {
    Api program = anybody.with("Accept", "application/json");
    describe("{\"public\":false}");
    Answer hidden = program.get(page + address).is(404, "PAGE_NOT_FOUND");
    Answer unknown =
        program.get("/status/o/nobody-" + UUID.randomUUID() + address).is(404, "PAGE_NOT_FOUND");
    assertThat(hidden.text("/detail")).isEqualTo(unknown.text("/detail"));
    assertThat(hidden.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void showsWhatPeopleWriteAsText() {
    String named = service(operator, "<script>alert(1)</script>");
    String opened = incident(operator, "high", named);
    operator.patch(opened, "{\"title\":\"\\\"><img src=x onerror=alert(1)>\u202E\"}").is(200);
    say(
        opened,
        "[a](javascript:alert(1)) ![b](https://elsewhere.example/c)\\n\\n<script>x</script>",
        "investigating");

    for (String address :
        new String[] {page, page + "/incidents/" + id(opened), page + "/history"}) {
      String html = anybody.get(address).is(200).body();
      assertThat(html).contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>");
      assertThat(LOADED.matcher(html).find()).as(html).isFalse();
      assertThat(html).doesNotContain("javascript:");
      ADDRESS
          .matcher(html)
          .results()
          .map(found -> found.group(1))
          .filter(found -> !found.isEmpty())
          .forEach(
              found ->
                  assertThat(found).matches("(#main|/status.*|https://elsewhere\\.example/c)"));
    }
  }

  @Test
  void letsBrowsersLoadItsStyleAndNothingElse() throws NoSuchAlgorithmException {
    Answer shown = anybody.get(page).is(200);
    assertThat(shown.body()).startsWith("<!DOCTYPE html>");
    Matcher style = STYLE.matcher(shown.body());
    assertThat(style.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(shown.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "'; img-src 'self'; form-action 'self'; base-uri 'none'");
    assertThat(shown.body()).doesNotContain(" style=", "http-equiv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/history", "/history.atom", "/badge.svg", "/api/v2/summary.json"})
  void maybeKeptForAMomentByAnybody(String address) {
    Answer first = anybody.get(page + address).is(200);
    assertThat(first.header("Cache-Control")).isEqualTo("max-age=15, public, stale-if-error=86400");
    assertThat(first.header("ETag")).matches("\"[0-9a-f]{32}\"");
    anybody.with("If-None-Match", first.header("ETag")).get(page + address).is(304);

    incident(operator, "low", service(operator, "Search"));
    assertThat(anybody.with("If-None-Match", first.header("ETag")).get(page + address).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 4",
    "/history, 2",
    "/history.atom, 1",
    "/history.rss, 1",
    "/badge.svg, 1",
    "/api/v2/summary.json, 2",
    "/api/v2/status.json, 1",
    "/api/v2/components.json, 1"
  })
  void asksTheDatabaseLittle(String address, int statements) {
    String busy = incident(operator, "low", service(operator, "Search"));
    incident(operator, "high", service(operator, "Payments"));
    say(busy, "Slow.", "investigating");

    Answer shown =
        anybody.with("X-Correlation-ID", "count-" + UUID.randomUUID()).get(page + address);

    assertThat(sql.statementsOf(shown.is(200).header("X-Correlation-ID"))).hasSize(statements);
  }

  @Test
  void hasAPageForEachIncidentWithAllThatWasSaid() {
    String opened = incident(operator, "medium", service(operator, "Search"));
    say(opened, "Frist.", "investigating");
    String first = operator.get(opened).text("/updates/0/id");
    operator
        .post(opened + "/updates", "{\"message\":\"First.\",\"corrects\":\"" + first + "\"}")
        .is(201);
    for (int update = 2; update < 30; update++) {
      say(opened, "Update number " + update + ", " + "words ".repeat(100), "investigating");
    }

    String whole = anybody.get(page + "/incidents/" + id(opened)).is(200).body();
    assertThat(whole).contains("First.", "corrected", "Update number 29").doesNotContain("Frist.");
    assertThat(anybody.get(page).body())
        .contains("Update number 29", "All that was said")
        .doesNotContain("Update number 2,");
    anybody
        .with("Accept", "application/json")
        .get("/status/o/" + Organization.on(port).name() + "/incidents/" + id(opened))
        .is(404, "PAGE_NOT_FOUND");
  }

  @Test
  void showsMaintenanceBeforeItBeginsWhileItLastsAndAfterwards() {
    String search = service(operator, "Search");
    Instant soon = Instant.now().plus(3, ChronoUnit.HOURS);
    String planned =
        operator
            .post(
                MAINTENANCES,
                "{\"title\":\"New disks\",\"service_ids\":[\"%s\"],\"scheduled_for\":\"%s\",\"scheduled_until\":\"%s\"}"
                    .formatted(id(search), soon, soon.plus(1, ChronoUnit.HOURS)))
            .is(201)
            .header("Location");
    assertThat(anybody.get(page).body())
        .contains("All Systems Operational – ", "Planned maintenance", "New disks");
    assertThat(anybody.get(page + "/maintenances/" + id(planned)).is(200).body())
        .contains("Maintenance, scheduled", "Search");

    operator.post(planned + "/start", "{}").is(200);
    assertThat(anybody.get(page).body())
        .contains("Service Under Maintenance – ", "Maintenance, in progress")
        .doesNotContain("Planned maintenance");

    operator.post(planned + "/complete", "{}").is(200);
    assertThat(anybody.get(page).body()).contains("All Systems Operational – ", "New disks");
    assertThat(anybody.get(page + "/history").body()).contains("Maintenance, completed");
  }

  @Test
  void showsEachMonth() {
    String search = service(operator, "Search");
    operator
        .post(
            INCIDENTS,
            """
            {"title":"Long ago","severity":"low","service_ids":["%s"],"started_at":"2026-01-31T23:30:00Z",
             "resolved_at":"2026-02-01T01:00:00Z","resolution":"Done."}
            """
                .formatted(id(search)))
        .is(201);
    assertThat(anybody.get(page + "/history?month=2026-01").is(200).body())
        .contains("January 2026", "31 January 2026", "Long ago", "/history?month=2025-12");
    assertThat(anybody.get(page + "/history?month=2026-02").body()).doesNotContain("Long ago");

    describe("{\"public\":true,\"time_zone\":\"Europe/Berlin\"}");
    assertThat(anybody.get(page + "/history?month=2026-01").body()).doesNotContain("Long ago");
    assertThat(anybody.get(page + "/history?month=2026-02").body())
        .contains("Long ago", "1 Feb 2026, 00:30 CET", "datetime=\"2026-01-31T23:30:00Z\"");
  }

  @Test
  void tellsPeopleInHtmlWhatWentWrongAndProgramsInJson() {
    Api person = anybody.with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    Answer missing = person.get(page + "/incidents/none").is(404);
    assertThat(missing.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(missing.header("X-Error-Code")).isEqualTo("PAGE_NOT_FOUND");
    assertThat(missing.body()).contains("<h1>Page not found</h1>");

    assertThat(person.get(page + "/history?month=13").is(400).body()).contains("2026-03");
    assertThat(
            anybody
                .with("Accept", "application/json")
                .get(page + "/history?month=13")
                .is(400, "INVALID_PARAMETER")
                .violations())
        .containsExactly("month:invalid_format");
    anybody.get(page + "/api/v2/nothing.json").is(404);
  }

  private void describe(String json) {
    organization.admin().put("/api/v1/status-page", json).is(200);
  }

  private void say(String incident, String message, String status) {
    operator
        .post(
            incident + "/updates",
            "{\"message\":\"" + message + "\",\"status\":\"" + status + "\"}")
        .is(201);
  }
}
