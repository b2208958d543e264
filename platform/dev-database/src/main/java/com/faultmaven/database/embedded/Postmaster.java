package com.faultmaven.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The server process of a cluster, found through its postmaster.pid. It outlives a JVM that was
 * killed.
 */
class Postmaster {

  private static final Pattern POSTGRES = Pattern.compile(".*[/\\\\]postgres(\\.exe)?");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path cluster;

  Postmaster(Path cluster) {
    this.cluster = cluster;
  }

  /** Stops it if it runs, waits until it is gone, and removes what makes the next start refuse. */
  void stop() throws IOException {
    if (process().isPresent()) {
      List<ProcessHandle> family = family();
      process().ifPresent(ProcessHandle::destroy);
      if (!isGoneWithin(PATIENCE)) {
        // what was committed survives this as it survives a power cut
        family.forEach(ProcessHandle::destroyForcibly);
        isGoneWithin(PATIENCE);
      }
    }
    // the id in it may be another process's by now, for which PostgreSQL would refuse to start
    Files.deleteIfExists(pidFile());
  }

  /** Empty when there is none, or when the id in the file became some other process's. */
  Optional<ProcessHandle> process() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(pidFile())) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("\\d{1,18}"))
          .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
          .filter(this::servesThisCluster);
    }
  }

  boolean isGoneWithin(Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (process().isPresent()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause();
    }
    return true;
  }

  private List<ProcessHandle> family() throws IOException {
    return process().stream()
        .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
        .toList();
  }

  /** Windows tells no arguments; there the program's name has to do. */
  private boolean servesThisCluster(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    return info.command().filter(command -> POSTGRES.matcher(command).matches()).isPresent()
        && info.arguments().map(Arrays::asList).map(this::nameThisCluster).orElse(true);
  }

  private boolean nameThisCluster(List<String> arguments) {
    return arguments.contains(cluster.toString());
  }

  private Path pidFile() {
    return cluster.resolve("postmaster.pid");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
