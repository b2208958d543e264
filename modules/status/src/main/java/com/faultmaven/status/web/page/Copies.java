package com.faultmaven.status.web.page;

import com.faultmaven.database.DatabaseFailure;
import com.faultmaven.kernel.Foreground;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The last good copy of each address: a status page outlives what it reports on. Everybody gets a
 * copy that was begun after they asked, yet no address is made twice at once, however many ask: who
 * comes while one is made shares the next one.
 */
public final class Copies {

  private static final int MOST = 200;
  private static final int CHARACTERS = 16 * 1024 * 1024;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int LANES = 64;

  /** How many are made at once. */
  private static final int AT_ONCE = 4;

  /** A database that is away is not asked again by each request. */
  private static final long PAUSE = Duration.ofSeconds(2).toNanos();

  private final Cache<String, Made> good =
      Caffeine.newBuilder()
          .expireAfterWrite(KEPT)
          .maximumWeight(CHARACTERS)
          .<String, Made>weigher((_, made) -> Math.max(made.copy.length(), CHARACTERS / MOST))
          .build();

  private final ReentrantLock[] lanes =
      IntStream.range(0, LANES).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  private final Share share = new Share(AT_ONCE);
  private final AtomicLong ticks = new AtomicLong();
  private final LongSupplier nanos;
  private volatile long away;

  /**
   * @param nanos a clock such as {@link System#nanoTime}
   */
  Copies(LongSupplier nanos) {
    this.nanos = nanos;
    this.away = nanos.getAsLong() - PAUSE;
  }

  /** A copy, and whether a new one could not be made. */
  record Found(Copy copy, boolean old) {}

  private record Made(Copy copy, long begun) {}

  /** The document of an address, made anew, or the last one while the database is away. */
  Found get(String address, Supplier<Copy> maker) {
    long asked = ticks.incrementAndGet();
    ReentrantLock lane = lanes[Math.floorMod(address.hashCode(), LANES)];
    lane.lock();
    try {
      Made last = good.getIfPresent(address);
      if (last != null && last.begun > asked) {
        return new Found(last.copy, false);
      }
      return make(address, maker, last);
    } finally {
      lane.unlock();
    }
  }

  /** How many addresses there are copies of. */
  long kept() {
    good.cleanUp();
    return good.estimatedSize();
  }

  private Found make(String address, Supplier<Copy> maker, @Nullable Made last) {
    if (nanos.getAsLong() - away < PAUSE || !share.enter()) {
      return lastOr(last, PageUnavailable.forNow());
    }
    try {
      long begun = ticks.incrementAndGet();
      Copy copy = Foreground.get(maker);
      good.put(address, new Made(copy, begun));
      return new Found(copy, false);
    } catch (RuntimeException failure) {
      if (!DatabaseFailure.isOutage(failure)) {
        // what is not public any more is not shown by the next outage
        good.invalidate(address);
        throw failure;
      }
      if (DatabaseFailure.of(failure) == DatabaseFailure.UNAVAILABLE) {
        away = nanos.getAsLong();
      }
      return lastOr(last, failure);
    } finally {
      share.leave();
    }
  }

  private static Found lastOr(@Nullable Made last, RuntimeException failure) {
    if (last == null) {
      throw failure;
    }
    return new Found(last.copy, true);
  }
}
