package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.springframework.util.FileSystemUtils;

/**
 * A newer version of the application: the packaged one with one more migration, one more event and
 * one more module that listens.
 */
final class NewerBuild {

  private static final Path SOURCES = Path.of("src", "newer");

  private NewerBuild() {}

  /** Compiles it; gives the setting with which the packaged application becomes it. */
  static String setting() throws IOException {
    Path classes = Path.of(System.getProperty("reliability.logs"), "newer-classes");
    FileSystemUtils.deleteRecursively(classes);
    FileSystemUtils.copyRecursively(SOURCES.resolve("resources"), classes);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-d", classes.toString(), "-parameters", "-proc:none"));
    arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(SOURCES.resolve("java"))) {
      files.map(Path::toString).filter(it -> it.endsWith(".java")).forEach(arguments::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int errors = compiler.run(null, null, null, arguments.toArray(String[]::new));
    assertThat(errors).as("errors of the compiler").isZero();
    return "loader.path=" + System.getProperty("reliability.probe") + "," + classes;
  }
}
