package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.IntegrationTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The walk of the README from an account to a case, in front of which nobody stands. */
@IntegrationTest
@TestPropertySource(properties = "faultmaven.identity.mode=standalone")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the walk is written for bash")
class ReadmeWithoutAGatewayTest {

  @LocalServerPort private int port;
  @TempDir private Path directory = Path.of("");

  @Test
  void showsCommandsThatWork() throws Exception {
    String shown =
        ReadmeWalk.of(section -> section.startsWith(ReadmeWalk.WITHOUT_A_GATEWAY), port, directory);

    assertThat(shown)
        .containsPattern("\"username\":\"ada-\\d+\"")
        .contains("\"provider\":\"local\"")
        .contains("\"title\":\"Checkout is slow\"")
        .containsPattern("\"username\":\"grace-\\d+\",.*\"role\":\"member\"")
        .containsPattern("\"cases\":\\[\\{.*\"title\":\"Payments time out\"")
        .contains("\"role\":\"collaborator\"", "\"code\":\"CASE_NOT_FOUND\"")
        .containsPattern("\"members\":\\[.*\"role\":\"owner\".*\"role\":\"member\".*\"total\":2")
        .contains("}200\n")
        .containsPattern("\"sign_ins\":\\[.*\"total\":2")
        .containsPattern("\"cases\":\\[.*\"total\":1")
        .contains("\"revoked_tokens\":2", "\"all_sessions_ended\":true");
    // without a token, and with one that was given back
    assertThat(shown.split("\"code\":\"AUTHENTICATION_REQUIRED\"")).hasSize(3);
    assertThat(shown)
        .doesNotContain(
            "INTERNAL_ERROR", "ROUTE_NOT_FOUND", "VALIDATION_FAILED", "PERMISSION_DENIED");
  }
}
