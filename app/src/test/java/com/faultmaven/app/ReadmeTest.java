package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    String readme = Files.readString(Path.of("..", "README.md"));
    String walk =
        Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL)
            .matcher(readme)
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining());
    Path output = directory.resolve("output");
    ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", walk);
    bash.environment().put("BASE", "http://localhost:" + port);
    Process process = bash.redirectErrorStream(true).redirectOutput(output.toFile()).start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String shown = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(shown).isZero();
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
        .contains("\"next_cursor\":\"");
    assertThat(shown)
        .doesNotContain(
            "INTERNAL_ERROR", "ROUTE_NOT_FOUND", "PERMISSION_DENIED", "INVALID_PARAMETER");
  }
}
