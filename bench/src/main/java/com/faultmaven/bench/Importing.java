package com.faultmaven.bench;

import com.faultmaven.bench.data.OriginalService;
import com.faultmaven.bench.process.Command;
import com.faultmaven.bench.process.Cpu;
import com.faultmaven.bench.process.Jvm;
import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.results.Goal;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the command import takes, and what memory it needs meanwhile. */
final class Importing {

  private static final double A_MILLION = 1e6;
  private static final double MOST_SECONDS = 300;
  private static final double MOST_GROWTH = 32;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final Options options;
  private final Path target;
  private final Postgres postgres;
  private final Path release = Path.of(System.getProperty("bench.release"));
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<Goal> goals = new ArrayList<>();

  /** Megabytes in use on the heap after a collection, and all that the process has. */
  private record Memory(double live, double resident) {}

  Importing(Options options, Path target, Postgres postgres) {
    this.options = options;
    this.target = target;
    this.postgres = postgres;
  }

  void measure() throws IOException, SQLException, InterruptedException {
    Path source = target.resolve("original.db");
    Bench.say("Making an original with " + options.cases() + " cases");
    OriginalService.make(source, options.cases(), options.messages());
    figures.put("MB of the original", Files.size(source) / A_MILLION);
    try (Command migrate = command("migrate", "migrate")) {
      migrate.await();
    }
    bring(source);
    verify(source);
    Files.delete(source);
  }

  private void bring(Path source) throws IOException, InterruptedException {
    Bench.say("Importing");
    double databaseBefore = Cpu.ofFamily(postgres.pid());
    long start = System.nanoTime();
    List<Memory> looks;
    try (Command command = command("import", "import", "--from", "sqlite:" + source)) {
      looks = watch(command);
      command.await();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    figures.put("seconds", seconds);
    figures.put("cases a second", options.cases() / seconds);
    figures.put("CPU s of the database", Cpu.ofFamily(postgres.pid()) - databaseBefore);
    goals.add(
        Goal.atMost(
            "seconds for a million cases", seconds * A_MILLION / options.cases(), MOST_SECONDS));
    describe(looks);
  }

  /** Looks at its memory now and then, until it ends. */
  private List<Memory> watch(Command command) throws IOException, InterruptedException {
    List<Memory> looks = new ArrayList<>();
    if (command.endsWithin(BETWEEN_LOOKS)) {
      return looks;
    }
    try (Jvm jvm = new Jvm(command.pid())) {
      do {
        figures.put("CPU s of the import", Cpu.of(command.pid()));
        looks.add(new Memory(jvm.liveMegabytes(), Cpu.residentMegabytes(command.pid())));
      } while (!command.endsWithin(BETWEEN_LOOKS));
    } catch (IOException | UndeclaredThrowableException ending) {
      // its status says how it ends
      Bench.say("It was at its end when it was to be looked at: " + ending);
    }
    return looks;
  }

  /** The first third beside the last. */
  private void describe(List<Memory> looks) {
    int third = looks.size() / 3;
    if (third == 0) {
      return;
    }
    double first = liveOf(looks.subList(0, third));
    double last = liveOf(looks.subList(looks.size() - third, looks.size()));
    figures.put("live MB on the heap, first third", first);
    figures.put("live MB on the heap, last third", last);
    figures.put(
        "resident MB at most", looks.stream().mapToDouble(Memory::resident).max().orElse(0));
    goals.add(Goal.atMost("live MB on the heap that it grew by", last - first, MOST_GROWTH));
  }

  private static double liveOf(List<Memory> looks) {
    return Subject.median(looks.stream().map(Memory::live).toList());
  }

  private void verify(Path source) throws IOException, InterruptedException {
    Bench.say("Comparing what came with the original");
    long start = System.nanoTime();
    try (Command verify = command("verify", "import", "--verify", "--from", "sqlite:" + source)) {
      verify.await();
    }
    figures.put("seconds of --verify", (System.nanoTime() - start) / 1e9);
  }

  private Command command(String name, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    if (words[0].equals("import")) {
      all.addAll(List.of("--report", target.resolve(name + ".jsonl").toString()));
    }
    return new Command(
        release,
        postgres.port(),
        options.java(),
        target.resolve(name + ".log"),
        all.toArray(String[]::new));
  }

  Map<String, Double> figures() {
    return figures;
  }

  List<Goal> goals() {
    return goals;
  }
}
