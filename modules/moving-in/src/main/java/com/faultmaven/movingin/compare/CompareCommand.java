package com.faultmaven.movingin.compare;

import com.faultmaven.kernel.OperatorCommand;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Sends the reads of a log to two services and says where their answers differ. */
public final class CompareCommand implements OperatorCommand {

  private static final int SAME = 0;
  private static final int DIFFERENT = 1;
  private static final int USAGE = 64;
  private static final int UNUSABLE = 65;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String purpose() {
    return "send the reads of a log to two services, and say where their answers differ";
  }

  /**
   * Runs it.
   *
   * @return 0 if all answers are the same, 1 if some differ or did not come, 64 if it was not asked
   *     for in the right way, 65 if the log has no reads or cannot be read
   */
  @Override
  public int run(PrintStream out, String... arguments) {
    try {
      return compare(CompareOptions.parse(arguments), out);
    } catch (CompareOptions.Refused refused) {
      out.println(refused.getMessage() + "\n" + CompareOptions.USAGE);
      return USAGE;
    } catch (IOException | UncheckedIOException failure) {
      out.println("A file cannot be used: " + failure.getMessage());
      return UNUSABLE;
    }
  }

  private static int compare(CompareOptions options, PrintStream out) throws IOException {
    LogReader reader = new LogReader(options.columns(), options.headers());
    Findings findings = new Findings();
    try (BufferedWriter report = report(options);
        Services services = new Services(options);
        BufferedReader log =
            new BufferedReader(
                new InputStreamReader(
                    Files.newInputStream(options.log()), StandardCharsets.UTF_8))) {
      send(options, reader, log, services, findings, report);
    }
    findings.print(out);
    out.println(
        findings.reads()
            + " reads; passed over "
            + reader.writes()
            + " writes and "
            + reader.unreadable()
            + " lines that are no requests.");
    if (findings.reads() == 0) {
      return UNUSABLE;
    }
    return findings.allSame() ? SAME : DIFFERENT;
  }

  private static BufferedWriter report(CompareOptions options) throws IOException {
    return options.report().isPresent()
        ? Files.newBufferedWriter(options.report().get())
        : new BufferedWriter(java.io.Writer.nullWriter());
  }

  /** At the rate that is wanted; what is not answered in time holds up the next. */
  private static void send(
      CompareOptions options,
      LogReader reader,
      BufferedReader log,
      Services services,
      Findings findings,
      BufferedWriter report)
      throws IOException {
    Semaphore room = new Semaphore(options.concurrent());
    Pace pace = new Pace(options.perSecond());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (@Nullable String line = log.readLine(); line != null; line = log.readLine()) {
        Optional<LoggedRead> read = reader.read(line);
        if (read.isPresent()) {
          pace.await();
          room.acquireUninterruptibly();
          threads.execute(
              () -> {
                try {
                  ask(read.get(), services, findings, report);
                } finally {
                  room.release();
                }
              });
        }
      }
    }
  }

  private static void ask(
      LoggedRead read, Services services, Findings findings, BufferedWriter report) {
    try {
      List<String> differences = services.differences(read);
      findings.add(read, differences);
      if (!differences.isEmpty()) {
        note(read, differences, report);
      }
    } catch (IOException failure) {
      String why = "no answer: " + failure.getMessage();
      findings.failed(read, why);
      note(read, List.of(why), report);
    }
  }

  private static void note(LoggedRead read, List<String> differences, BufferedWriter report) {
    String line =
        JSON.writeValueAsString(
            Map.of("route", read.route(), "path", read.target(), "differences", differences));
    try {
      synchronized (report) {
        report.write(line + "\n");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
