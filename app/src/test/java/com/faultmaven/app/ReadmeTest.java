package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.IntegrationTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The walk of the README is run as a reader would, every command it shows. */
@IntegrationTest
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the walk is written for bash")
class ReadmeTest {

  @LocalServerPort private int port;
  @TempDir private Path directory = Path.of("");

  @Test
  void showsCommandsThatWork() throws Exception {
    String shown =
        ReadmeWalk.of(
            section -> !section.startsWith(ReadmeWalk.WITHOUT_A_GATEWAY), port, directory);

    assertThat(shown)
        .contains("\"title\":\"Checkout is slow\"")
        .containsPattern("\"title\":\"Case-\\d{4}-\\d+\"")
        .contains("\"title\":\"Login fails for some\"")
        .contains("\"code\":\"VERSION_CONFLICT\"")
        .contains("\"to_status\":\"resolved\"")
        .contains("\"code\":\"ILLEGAL_STATUS_CHANGE\"")
        .contains("\"turn_number\":2")
        .contains("\"author_id\":\"grace\"")
        .contains("\"TLS\"")
        .contains("\"field\":\"message\",\"highlight\":{\"fragment\":\"The certificate expired")
        .contains("\"role\":\"collaborator\"")
        .contains("\"value\":\"prod\"")
        .contains("\"pointer\":\"/colour\"")
        .contains("}204\n")
        .contains("\"condition\":\"partial_outage\"")
        .contains("\"message\":\"Incident resolved.\"")
        .contains("\"uptime_percent\":")
        .contains("<h2 id=\"services\">Services</h2>")
        .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        .contains("\"status\":{\"indicator\":\"")
        .contains("\"next_cursor\":\"")
        .contains("\"report_count\":2", "\"shared incident language\"")
        .contains("\"subject\":\"Escalation: Tiles fall from the market hall\"")
        .containsPattern("\"completed_at\":\"\\d{4}-")
        .contains("Subject: Escalation: Tiles fall from the market hall");
    assertThat(shown)
        .doesNotContain(
            "INTERNAL_ERROR", "ROUTE_NOT_FOUND", "PERMISSION_DENIED", "INVALID_PARAMETER");
  }
}
