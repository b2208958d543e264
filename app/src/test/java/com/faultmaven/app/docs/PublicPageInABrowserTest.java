package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The public page of an organization, as different people see it. With {@code
 * -Dpictures=docs/status-page} what they see is kept for the documentation.
 */
@IntegrationTest
class PublicPageInABrowserTest {

  private static final int MOST_BYTES = 100_000;
  private static Browser browser;
  private static String address = "";

  @LocalServerPort private int port;

  @BeforeAll
  static void start(@LocalServerPort int port) {
    browser = Browser.offline();
    address = publish(port);
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"false, 1280", "true, 1280", "false, 390", "true, 390"})
  void isReadableByEverybodyAndAsksNobodyElse(boolean dark, int width) throws IOException {
    browser.look(dark, width);
    for (String page : new String[] {"/history", "/incidents/none", "/subscriptions", ""}) {
      browser.open("http://localhost:" + port + address + page);
      assertThat(browser.barriers()).as(page).isEmpty();
      assertThat(browser.isTooWide()).as(page).isFalse();
    }
    assertThat(browser.text()).contains("Partial System Outage", "Payments time out");
    assertThat(browser.hostsAsked()).containsOnly("localhost:" + port);
    assertThat(browser.complaints()).filteredOn(it -> it.contains("Content")).isEmpty();
    assertThat(Api.on(port).get(address).body().length()).isLessThan(MOST_BYTES);
    keep(dark, width);
  }

  private static void keep(boolean dark, int width) throws IOException {
    String folder = System.getProperty("pictures");
    if (folder != null) {
      Path directory = Files.createDirectories(Path.of("..").resolve(folder));
      Files.write(
          directory.resolve((dark ? "dark-" : "light-") + width + ".png"), browser.picture());
    }
  }

  /** The path of a page on which there is something of everything. */
  private static String publish(int port) {
    String organization = "acme-" + UUID.randomUUID();
    Api acme =
        Api.on(port)
            .asSomebody()
            .with("X-Organization-ID", organization)
            .with("X-User-Roles", "admin");
    acme.put(
            "/api/v1/status-page",
            """
            {"name":"Acme","description":"How our services are.","url":"https://acme.example",
             "time_zone":"Europe/Berlin","public":true}
            """)
        .is(200);
    String payments = service(acme, "Payments", "\"Shop\"", 1);
    String search = service(acme, "Search", "\"Shop\"", 2);
    service(acme, "Website", "null", 0);
    String api = service(acme, "API", "null", 3);
    past(acme, "Search is slow", "medium", search, 9, 200);
    past(acme, "Payments are rejected", "critical", payments, 31, 130);
    past(acme, "Some requests fail", "high", api, 62, 45);
    open(acme, payments);
    plan(acme, api);
    return "/status/o/" + organization;
  }

  private static String service(Api acme, String name, String group, int position) {
    LocalDate start = Instant.now().atZone(ZoneOffset.UTC).toLocalDate().minusDays(80);
    return acme.post(
            "/api/v1/services",
            "{\"name\":\"%s\",\"group\":%s,\"position\":%s,\"start_date\":\"%s\"}"
                .formatted(name, group, position, start))
        .is(201)
        .text("/id");
  }

  private static void past(
      Api acme, String title, String severity, String service, int daysAgo, int minutes) {
    Instant from = Instant.now().minus(daysAgo, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    acme.post(
            "/api/v1/incidents",
            """
            {"title":"%s","severity":"%s","service_ids":["%s"],"started_at":"%s","resolved_at":"%s",
             "resolution":"It is mended, and **nothing** was lost."}
            """
                .formatted(title, severity, service, from, from.plus(minutes, ChronoUnit.MINUTES)))
        .is(201);
  }

  private static void open(Api acme, String service) {
    String incident =
        acme.post(
                "/api/v1/incidents",
                """
                {"title":"Payments time out","severity":"high","service_ids":["%s"],
                 "body":"# What we know\\nAbout *one in ten* payments takes over 30 s. See https://acme.example/help."}
                """
                    .formatted(service))
            .is(201)
            .header("Location");
    acme.post(
            incident + "/updates",
            "{\"message\":\"A database ran out of connections.\",\"status\":\"identified\",\"advance\":true}")
        .is(201);
  }

  private static void plan(Api acme, String service) {
    Instant from = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    acme.post(
            "/api/v1/maintenances",
            """
            {"title":"New disks","body":"The API may answer slowly.","service_ids":["%s"],
             "scheduled_for":"%s","scheduled_until":"%s"}
            """
                .formatted(service, from, from.plus(1, ChronoUnit.HOURS)))
        .is(201);
  }
}
