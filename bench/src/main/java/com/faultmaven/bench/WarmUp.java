package com.faultmaven.bench;

import com.faultmaven.bench.load.Load;
import com.faultmaven.bench.load.Requests;
import com.faultmaven.bench.load.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The first minutes of a process, which are measured for themselves. */
final class WarmUp {

  private static final int CONNECTIONS = 16;
  private static final int FIRST_SECONDS = 12;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final double STEADY = 1.02;

  private WarmUp() {}

  /** What a process that just became ready does a second, ten seconds later. */
  static double tenSecondsAfterReady(Target service, Requests requests) throws IOException {
    try (Load load = Load.closed(service, CONNECTIONS, requests)) {
      load.during(Duration.ofSeconds(FIRST_SECONDS - 2));
      return load.during(Duration.ofSeconds(2)).perSecond();
    }
  }

  /**
   * Runs all until together they hardly get faster.
   *
   * @return the seconds it took
   */
  static double run(List<Subject> subjects, double most) throws IOException, SQLException {
    long start = System.nanoTime();
    double fastest = 0;
    double seconds = 0;
    List<Subject> left = subjects;
    while (seconds < most) {
      double perSecond = 0;
      for (Subject subject : left) {
        double rate = subject.warmUp(SECOND);
        perSecond += subject.isOfDatabase() ? 0 : rate;
      }
      // nothing of a database is compiled
      left = subjects.stream().filter(subject -> !subject.isOfDatabase()).toList();
      seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT, "  %.0f s: %.0f/s on average%n", seconds, perSecond / left.size());
      if (perSecond < STEADY * fastest && seconds > most / 2) {
        break;
      }
      fastest = Math.max(fastest, perSecond);
    }
    return seconds;
  }
}
