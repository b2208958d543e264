package com.faultmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What modules say of the operations of a document, in tables among their tests: {@code
 * modules/MODULE/src/test/resources/KIND/DOCUMENT.txt}.
 */
public final class Tables {

  private static final Path MODULES = Path.of("..", "modules");

  private Tables() {}

  /** The rows of the one table of this kind there is for a document, each with its columns. */
  public static List<List<String>> rows(String kind, String document) {
    Path table = Path.of("src", "test", "resources", kind, document + ".txt");
    List<Path> found =
        modules().map(module -> module.resolve(table)).filter(Files::exists).toList();
    assertThat(found).as("the module that serves %s has a table %s", document, table).hasSize(1);
    return read(found.getFirst())
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .toList();
  }

  private static Stream<Path> modules() {
    try (Stream<Path> folders = Files.list(MODULES)) {
      return folders.toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> read(Path table) {
    try {
      return Files.readAllLines(table).stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
