package com.faultmaven.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class DeprecatedUsageTest {

  private static final String REPORT = "/api/v2/admin/deprecated-usage";
  private static final String GUIDE = "</docs/migrating-v1-to-v2>";

  @LocalServerPort private int port;
  private Api anybody;
  private Api admin;

  @BeforeEach
  void connect() {
    anybody = Api.on(port);
    admin = anybody.asSomebody().with("X-User-Roles", "[\"user\",\"admin\"]");
  }

  @Test
  void announcesTheEndOfV1AlsoToThoseItRefuses() {
    assertAnnounced(anybody.get("/api/v1/cases/x/nowhere").is(401), "/api/v2/cases/x/nowhere");
    assertAnnounced(
        anybody.asSomebody().get("/api/v1/cases/x/nowhere").is(404), "/api/v2/cases/x/nowhere");
    assertAnnounced(
        anybody.post("/api/v1/cases/case_ab12cd34ef56/status", "{}"),
        "/api/v2/cases/case_ab12cd34ef56/status-changes");
    assertAnnounced(anybody.get("/api/v1/cases/session/a%26b"), "/api/v2/cases?session_id=a%26b");
    for (String other : List.of("/api/v2/cases", "/api/v1/nowhere", "/api/v1")) {
      assertThat(anybody.get(other).is(401).header("Deprecation")).isEmpty();
    }
  }

  @Test
  void tellsAdministratorsWhoStillCalls() {
    long before = calls();
    anybody.with("X-Client-ID", "slack-agent").get("/api/v1/cases/x/nowhere").is(401);
    anybody.with("X-Client-ID", "slack-agent").get("/api/v1/cases/x/nowhere/else").is(401);

    await().atMost(Duration.ofSeconds(30)).until(() -> calls() == before + 2);
    admin.get(REPORT + "?version=v7").is(200);
    assertThat(admin.get(REPORT + "?to=2020-01-31").is(200).text("/from")).isEqualTo("2020-01-01");
  }

  private long calls() {
    JsonNode usage = admin.get(REPORT + "?client_id=slack-agent&version=v1").is(200).at("/usage");
    return StreamSupport.stream(usage.spliterator(), false)
        .filter(line -> line.path("endpoint").asString().equals("unmatched"))
        .mapToLong(line -> line.path("calls").asLong())
        .sum();
  }

  @Test
  void tellsNobodyElse() {
    anybody.get(REPORT).is(401, "AUTHENTICATION_REQUIRED");
    anybody.asSomebody().get(REPORT).is(403, "PERMISSION_DENIED");
    anybody.asSomebody().with("X-User-Roles", "service").get(REPORT).is(403, "PERMISSION_DENIED");
  }

  @Test
  void refusesWhatIsNoSpanOfDays() {
    Answer upsideDown = admin.get(REPORT + "?from=2026-07-02&to=2026-07-01");
    upsideDown.is(400, "INVALID_PARAMETER");
    assertThat(upsideDown.violations()).containsExactly("from:out_of_range");
    admin.get(REPORT + "?from=yesterday").is(400, "INVALID_PARAMETER");
    admin.get(REPORT + "?version=1").is(400, "INVALID_PARAMETER");
    admin.get(REPORT + "?to=0000-01-01").is(200);
    admin.get(REPORT + "?to=9999-12-31").is(200);
  }

  private static void assertAnnounced(Answer answer, String successor) {
    assertThat(answer.header("Deprecation")).isEqualTo("@1780272000");
    assertThat(answer.header("Sunset")).isEqualTo("Sun, 30 Jun 2999 00:00:00 GMT");
    assertThat(answer.header("Link"))
        .isEqualTo(
            "<%1$s>; rel=\"successor-version\", %2$s; rel=\"deprecation\", %2$s; rel=\"sunset\""
                .formatted(successor, GUIDE));
  }
}
