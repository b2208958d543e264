package com.faultmaven.bench;

import com.faultmaven.bench.process.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the results depend on. */
final class Machine {

  private Machine() {}

  static Map<String, String> facts(Options options, Postgres postgres)
      throws IOException, SQLException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("commit", commit());
    facts.put("cases", Integer.toString(options.cases()));
    facts.put("windows", options.rounds() + " rounds of " + options.seconds() + " s, interleaved");
    facts.put(
        "processor",
        first(Path.of("/proc/cpuinfo"), "model name")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " cores shared by client, service and database");
    facts.put("memory", first(Path.of("/proc/meminfo"), "MemTotal"));
    facts.put("java", Runtime.version() + ", " + options.java());
    try (var connection = postgres.dataSource().getConnection()) {
      facts.put(
          "database",
          "PostgreSQL "
              + connection.getMetaData().getDatabaseProductVersion()
              + ", "
              + postgres.settings());
    }
    return facts;
  }

  private static String first(Path file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  private static String commit() throws IOException {
    Process git =
        new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = git.inputReader()) {
      String line = out.readLine();
      return line == null ? "unknown" : line;
    }
  }
}
