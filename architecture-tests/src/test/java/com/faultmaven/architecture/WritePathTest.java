package com.faultmaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What has to hold for every write of a case can be read in one place. */
class WritePathTest {

  private static final Pattern WRITE =
      Pattern.compile(
          "(?:insert\\s+into|update|delete\\s+from)\\s+cases\\.cases\\b|\"cases\\.cases\"");

  @Test
  void isOneClassTheInsertionAndTheImport() throws IOException {
    try (Stream<Path> modules = Files.walk(Path.of("..", "modules"))) {
      List<String> writers =
          modules
              .filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
              .filter(WritePathTest::writesACase)
              .map(file -> file.getFileName().toString())
              .toList();

      assertThat(writers)
          .containsExactlyInAnyOrder(
              "Cases.java", "NewCases.java", "NewCaseRows.java", "CaseImport.java");
    }
  }

  private static boolean writesACase(Path file) {
    try {
      return WRITE.matcher(Files.readString(file)).find();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
