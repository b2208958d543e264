package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands that the README shows, run one after the other as a reader would. */
final class ReadmeWalk {

  /** The section whose commands are for a service without a gateway. */
  static final String WITHOUT_A_GATEWAY = "## Five minutes without a gateway\n";

  private static final Pattern COMMANDS = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

  private ReadmeWalk() {}

  /** What the commands of some sections show. */
  static String of(Predicate<String> sections, int port, Path directory)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commandsOf(sections));
    bash.environment().put("BASE", "http://localhost:" + port);
    Process process = bash.redirectErrorStream(true).redirectOutput(output.toFile()).start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String shown = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(shown).isZero();
    return shown;
  }

  private static String commandsOf(Predicate<String> sections) throws IOException {
    return Arrays.stream(Files.readString(Path.of("..", "README.md")).split("(?m)^(?=## )"))
        .filter(sections)
        .flatMap(section -> COMMANDS.matcher(section).results())
        .map(block -> block.group(1))
        .collect(Collectors.joining());
  }
}
