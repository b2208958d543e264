package com.faultmaven.database;

import static com.faultmaven.testing.BehindDatabaseProxy.PROXY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.BehindDatabaseProxy;
import com.faultmaven.testing.DatabaseProxy.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A status page outlives what it reports on. */
@BehindDatabaseProxy
class PageWithoutDatabaseTest {

  private final String page;
  private final Api admin;
  private final Api anybody;

  PageWithoutDatabaseTest(@LocalServerPort int port) {
    String organization = "acme-" + UUID.randomUUID();
    this.page = "/status/o/" + organization;
    this.anybody = Api.on(port);
    this.admin =
        anybody.asSomebody().with("X-Organization-ID", organization).with("X-User-Roles", "admin");
  }

  @Test
  void isShownAsItWasAndSaysSo() throws IOException {
    admin.put("/api/v1/status-page", "{\"name\":\"Acme\",\"public\":true}").is(200);
    admin.post("/api/v1/services", "{\"name\":\"Payments\"}").is(201);
    assertThat(anybody.get(page).is(200).body()).doesNotContain("Data as of");
    Answer fresh = anybody.get(page + "/api/v2/summary.json").is(200);
    assertThat(fresh.header("Age")).isEmpty();

    PROXY.breakBy(Fault.REFUSE);

    Answer old = anybody.get(page).is(200);
    assertThat(old.body()).contains("Payments", "Data as of <time");
    assertThat(old.header("Age")).matches("\\d+");
    Answer summary = anybody.get(page + "/api/v2/summary.json").is(200);
    assertThat(summary.body()).isEqualTo(fresh.body());
    assertThat(summary.header("Age")).matches("\\d+");
    assertThat(anybody.with("Accept", "text/html").get(page + "/history").is(503).body())
        .contains("<h1>Service unavailable</h1>");
    anybody.get("/health").is(200);
    anybody.get("/ready").is(503);

    PROXY.mend();
    await("a page of now")
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(anybody.get(page).is(200).body()).doesNotContain("Data as of"));
  }
}
