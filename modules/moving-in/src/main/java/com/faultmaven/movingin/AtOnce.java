package com.faultmaven.movingin;

import com.faultmaven.movingin.original.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Divides what is large, and works on its parts at the same time. */
final class AtOnce {

  /** As each has batches in memory. */
  static final int MOST = 4;

  /** One works here while PostgreSQL, in one processor for each connection, works for another. */
  private static final int FEWEST = 2;

  /** Fewer cases are not worth dividing. */
  private static final int WORTH_DIVIDING = 2_000;

  private AtOnce() {}

  /** Ids that divide the cases of a source; none if there are few. */
  static List<String> borders(Source source) {
    int processors = Runtime.getRuntime().availableProcessors();
    return source.countCases() < WORTH_DIVIDING
        ? List.of()
        : source.divide(Math.clamp(processors, FEWEST, MOST));
  }

  /** Returns when all are done; fails if one does. */
  static <T> void each(List<T> parts, Consumer<T> work) {
    try (ExecutorService threads = Executors.newFixedThreadPool(MOST)) {
      List<Future<?>> running = new ArrayList<>();
      parts.forEach(part -> running.add(threads.submit(() -> work.accept(part))));
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
