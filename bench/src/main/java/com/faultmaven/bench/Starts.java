package com.faultmaven.bench;

import com.faultmaven.bench.load.Load;
import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.process.Cpu;
import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.process.Service;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a process takes until it is ready, and until it is as fast as it gets; several times, as
 * it is and with warming up.
 */
final class Starts {

  private static final int TIMES = 3;
  private static final int CONNECTIONS = 16;
  private static final int SECONDS = 60;
  private static final int EARLY = 10;
  private static final int STEADY = 10;

  private final Preparation preparation;
  private final Postgres postgres;
  private final Traffic traffic;
  private final Map<String, List<Double>> measured = new LinkedHashMap<>();

  Starts(Preparation preparation, Postgres postgres, Traffic traffic) {
    this.preparation = preparation;
    this.postgres = postgres;
    this.traffic = traffic;
  }

  /** The medians. */
  Map<String, Double> measure() throws IOException, SQLException, InterruptedException {
    for (int time = 1; time <= TIMES; time++) {
      Bench.say("Start " + time + " of " + TIMES);
      try (Service service = preparation.start(postgres.port(), "started")) {
        note(Goals.SECONDS_UNTIL_READY, service.secondsUntilReady());
        note(Goals.RESIDENT_WHEN_READY, Cpu.residentMegabytes(service.pid()));
        run(service, Goals.PART_NOT_WARMED_UP);
        note("CPU s of the first minute", Cpu.of(service.pid()));
      }
      Map<String, String> warmedUp = Setup.PLAIN.warmedUp().settings();
      try (Service service = preparation.start(postgres.port(), "warmed-up", warmedUp)) {
        note("seconds until ready, warmed up", service.secondsUntilReady());
        run(service, Goals.PART_AFTER_TEN_SECONDS);
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    measured.forEach((name, values) -> medians.put(name, Subject.median(values)));
    return medians;
  }

  private void run(Service service, String part) throws IOException, SQLException {
    List<Double> rates = new ArrayList<>();
    try (Load load =
        Load.closed(
            Target.http(service.port()),
            CONNECTIONS,
            traffic.of(Operation.GET_CASE, CONNECTIONS))) {
      for (int second = 0; second < SECONDS; second++) {
        rates.add(load.during(Duration.ofSeconds(1)).perSecond());
      }
    }
    Bench.say("  " + rates.stream().map(Double::intValue).toList());
    double early = Subject.median(rates.subList(EARLY - 1, EARLY + 2));
    double steady = Subject.median(rates.subList(SECONDS - STEADY, SECONDS));
    note("getCase/s, steady", steady);
    note(part, early / steady);
  }

  private void note(String what, double value) {
    measured.computeIfAbsent(what, _ -> new ArrayList<>()).add(value);
  }
}
