package com.faultmaven.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of processes, as Linux counts it in ticks of ten milliseconds. */
public final class Cpu {

  private static final double TICK = 0.01;
  private static final Path PROC = Path.of("/proc");

  // of /proc/PID/stat, counted from the state behind the name
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private Cpu() {}

  /** Seconds of one process. */
  public static double of(long pid) {
    String[] fields = stat(PROC.resolve(Long.toString(pid)));
    return TICK * (number(fields, USER) + number(fields, SYSTEM));
  }

  /** Seconds of a process and all its children, those that ended included. */
  public static double ofFamily(long pid) {
    String[] fields = stat(PROC.resolve(Long.toString(pid)));
    double ended = TICK * (number(fields, CHILDREN_USER) + number(fields, CHILDREN_SYSTEM));
    try (Stream<Path> processes = Files.list(PROC)) {
      return of(pid)
          + ended
          + processes
              .filter(path -> Character.isDigit(path.getFileName().toString().charAt(0)))
              .map(Cpu::stat)
              .filter(stat -> stat.length > 0 && number(stat, PARENT) == pid)
              .mapToDouble(stat -> TICK * (number(stat, USER) + number(stat, SYSTEM)))
              .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Megabytes of memory a process has. */
  public static long residentMegabytes(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  /** Empty if the process is gone. */
  private static String[] stat(Path process) {
    try {
      String line = Files.readString(process.resolve("stat"));
      return line.substring(line.lastIndexOf(')') + 2).split(" ");
    } catch (NoSuchFileException gone) {
      return new String[0];
    } catch (IOException e) {
      if (Files.exists(process)) {
        throw new UncheckedIOException(e);
      }
      return new String[0];
    }
  }

  private static long number(String[] fields, int at) {
    return fields.length == 0 ? 0 : Long.parseLong(fields[at]);
  }
}
