package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Services and incidents under the names that the original service measured them by. */
@IntegrationTest
class StatusMetricsTest {

  @LocalServerPort private int port;

  @Test
  void countServicesAndActiveIncidentsOfAllOrganizations() {
    assertThat(metrics().header("Content-Type")).startsWith("text/plain");
    double services = value("services_total");
    double high = value("active_incidents_total{severity=\"high\"}");
    for (String severity : new String[] {"critical", "medium", "low"}) {
      value("active_incidents_total{severity=\"" + severity + "\"}");
    }

    Api acme =
        Api.on(port)
            .asSomebody()
            .with("X-Organization-ID", "acme-" + UUID.randomUUID())
            .with("X-User-Roles", "operator");
    String service = acme.post("/api/v1/services", "{\"name\":\"Search\"}").is(201).text("/id");
    acme.post(
            "/api/v1/incidents",
            "{\"title\":\"Slow\",\"severity\":\"high\",\"service_ids\":[\"" + service + "\"]}")
        .is(201);

    await("what is measured every five seconds")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(value("services_total")).isEqualTo(services + 1);
              assertThat(value("active_incidents_total{severity=\"high\"}")).isEqualTo(high + 1);
              assertThat(value("faultmaven_status_quiet_incident_seconds")).isPositive();
            });
  }

  private double value(String sample) {
    Matcher found =
        Pattern.compile("(?m)^" + Pattern.quote(sample) + " (\\S+)$").matcher(metrics().body());
    assertThat(found.find()).as(sample).isTrue();
    return Double.parseDouble(found.group(1));
  }

  private Answer metrics() {
    return Api.on(port).get("/metrics").is(200);
  }
}
