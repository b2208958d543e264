package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is measured, and that alerts and dashboards ask for nothing else. */
@IntegrationTest
@TestPropertySource(
    properties = {
      // for what is measured of the publisher; nobody needs to be there
      "KAFKA_BOOTSTRAP_SERVERS=localhost:1",
      "spring.kafka.bootstrap-servers=localhost:1"
    })
@DirtiesContext
class MetricsTest {

  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final YAMLMapper YAML = new YAMLMapper();

  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  @LocalServerPort private int port;

  @Test
  void areCountedAndTimedByMethodRouteAndStatus() {
    Api api = Api.on(port).asSomebody();
    String path = api.post("/api/v2/cases", "{}").is(201).header("Location");
    api.get(path).is(200);
    api.get(path + "/nowhere").is(404);
    Api.on(port).get(path).is(401);

    api.get("/health").is(200);
    String labels =
        "{method=\"GET\",path=\"/api/v2/cases/{case_id}\",route=\"/api/v2/cases/{case_id}\","
            + "status=\"200\",status_code=\"200\"";
    assertThat(scrape())
        .containsPattern("(?m)^" + Pattern.quote("http_requests_total" + labels + "} ") + "[1-9]")
        .containsPattern(
            "(?m)^"
                + Pattern.quote("http_request_duration_seconds_bucket" + labels + ",le=\"0.5\"} "))
        .as("what is refused on its way, too")
        .contains("http_request_duration_seconds_count" + labels.replace("200", "401") + "} ")
        .contains("path=\"unmatched\",route=\"other\"")
        .doesNotContain("route=\"" + path, "http_server_requests", "nowhere")
        .doesNotContain("path=\"/health", "path=\"/ready", "path=\"/metrics")
        .doesNotContainPattern("(?m)^http_request.*(error|exception)=");
  }

  @Test
  void countAMethodThatAClientMadeUpAsOther() throws Exception {
    try (var socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write("BREW /status HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readAllBytes();
    }

    assertThat(scrape()).contains("method=\"other\"").doesNotContain("BREW");
  }

  @Test
  void areAllThatAlertsAndDashboardsAskFor() throws IOException {
    Api.on(port).asSomebody().get("/api/v1/cases").is(200);
    Set<String> there = new TreeSet<>();
    scrape().lines().filter(line -> !line.startsWith("#")).forEach(it -> there.addAll(names(it)));
    JsonNode rules = YAML.readTree(Files.readString(DEPLOY.resolve("prometheus/rules.yaml")));
    there.addAll(rules.findValuesAsString("record"));
    // Prometheus' own
    there.add("up");

    Set<String> asked = new TreeSet<>(names(rules));
    for (Path dashboard : dashboards()) {
      asked.addAll(names(YAML.readTree(dashboard.toFile())));
    }

    assertThat(asked)
        .contains("http_requests_total", "faultmaven_publisher_lag_seconds")
        .contains("http_requests_total{status}", "hikaricp_connections_pending{pool}")
        .contains("faultmaven_job_failing{job}");
    assertThat(there).containsAll(asked);
  }

  private String scrape() {
    return Api.on(port).get("/metrics").is(200).body();
  }

  private static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(DEPLOY.resolve("grafana/dashboards"))) {
      return files.toList();
    }
  }

  /** The metric of a line, and with each of its labels. */
  private static List<String> names(String line) {
    String metric = line.split("[ {]")[0];
    return Stream.concat(
            Stream.of(metric),
            LABEL.matcher(line).results().map(label -> metric + "{" + label.group(1) + "}"))
        .toList();
  }

  /** All that a file of rules or panels asks for. */
  private static Set<String> names(JsonNode file) {
    Set<String> names = new TreeSet<>();
    for (String expression : file.findValuesAsString("expr")) {
      Query query = new Query(expression);
      names.addAll(query.metrics());
      names.addAll(query.labels());
    }
    assertThat(names).isNotEmpty();
    return names;
  }
}
