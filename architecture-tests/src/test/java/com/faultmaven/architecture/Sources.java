package com.faultmaven.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The text of the repository's Java, for rules that no class file shows. */
final class Sources {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Sources() {}

  /** What the product runs of these folders, by path. */
  static Map<String, String> of(String... folders) {
    Map<String, String> sources = new TreeMap<>();
    for (String folder : folders) {
      for (Path file : javaBelow(ROOT.resolve(folder))) {
        sources.put(ROOT.relativize(file).toString(), read(file));
      }
    }
    return sources;
  }

  private static List<Path> javaBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/java/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
