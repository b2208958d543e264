package com.faultmaven.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the folders of the repository say of modules: where a module lies is what it is. */
final class Layout {

  private static final Path ROOT = Path.of("..");
  private static final Path CODE = Path.of("src/main/java/com/faultmaven");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  private Layout() {}

  /** The modules that every context stands on. */
  static Set<String> platform() {
    return childrenOf("platform", CODE);
  }

  /** The bounded contexts, and what stands before them. */
  static Set<String> contexts() {
    return childrenOf("modules", CODE);
  }

  /** The contexts that keep something: those with a folder of migrations. */
  static Set<String> contextsWithTables() {
    return childrenOf("modules", MIGRATIONS);
  }

  private static Set<String> childrenOf(String folder, Path below) {
    Set<String> found =
        foldersOf(ROOT.resolve(folder))
            .map(module -> module.resolve(below))
            .filter(Files::isDirectory)
            .flatMap(Layout::foldersOf)
            .map(child -> child.getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    if (found.isEmpty()) {
      throw new IllegalStateException("Nothing lies in " + ROOT.resolve(folder).toAbsolutePath());
    }
    return found;
  }

  private static Stream<Path> foldersOf(Path directory) {
    try (Stream<Path> children = Files.list(directory)) {
      return children.filter(Files::isDirectory).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
