package com.faultmaven.movingin;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Shows how far a long work is, how fast it goes and when it will be done: a bar that moves on a
 * terminal, a line now and then elsewhere.
 */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 30;
  private static final Duration ON_A_TERMINAL = Duration.ofMillis(500);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);

  private final PrintStream out;
  private final boolean terminal;
  private final long total;
  private final long before;
  private final LongAdder done = new LongAdder();
  private final long start = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("progress").unstarted(task));

  /**
   * @param before what had been done already
   */
  Progress(PrintStream out, boolean terminal, long total, long before) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
    this.before = before;
    long every = (terminal ? ON_A_TERMINAL : ELSEWHERE).toMillis();
    clock.scheduleAtFixedRate(this::show, every, every, TimeUnit.MILLISECONDS);
  }

  void add(long cases) {
    done.add(cases);
  }

  private void show() {
    String line =
        line(before + done.sum(), done.sum(), Duration.ofNanos(System.nanoTime() - start));
    if (terminal) {
      out.print("\r" + line + "\033[K");
      out.flush();
    } else {
      out.println(line);
    }
  }

  /**
   * The words.
   *
   * @param now how much is done
   * @param here how much of it since the start
   */
  String line(long now, long here, Duration elapsed) {
    double share = total == 0 ? 1 : Math.min(1, (double) now / total);
    double perSecond = here / Math.max(0.001, elapsed.toNanos() / 1e9);
    long left = perSecond > 0 ? Math.round(Math.max(0, total - now) / perSecond) : 0;
    int filled = (int) (share * WIDTH);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %,d of %,d cases  %,.0f/s  %s left",
        "=".repeat(filled),
        " ".repeat(WIDTH - filled),
        share * 100,
        now,
        total,
        perSecond,
        perSecond > 0 ? time(left) : "?");
  }

  private static String time(long seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    show();
    if (terminal) {
      out.println();
    }
  }
}
