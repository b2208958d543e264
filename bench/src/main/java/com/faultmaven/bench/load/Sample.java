package com.faultmaven.bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** What a load saw for a while. Latencies are those of answers as expected, in microseconds. */
public final class Sample {

  private static final long LONGEST = Duration.ofMinutes(2).toNanos() / 1000;

  private final Histogram latencies = new Histogram(LONGEST, 3);
  private final Histogram refusals = new Histogram(LONGEST, 3);
  private long nanos;
  private long refusedCallers;
  private long failed;
  private long dropped;
  private String failure = "";

  void add(Outcome outcome, long latencyNanos, Wire wire) {
    long micros = Math.clamp(latencyNanos / 1000, 1, LONGEST);
    switch (outcome) {
      case DONE -> latencies.recordValue(micros);
      case REFUSED -> refusals.recordValue(micros);
      case REFUSED_CALLER -> {
        refusals.recordValue(micros);
        refusedCallers++;
      }
      case FAILED -> fail(wire.detail());
    }
  }

  void drop() {
    dropped++;
  }

  void fail(String how) {
    failed++;
    failure = failure.isEmpty() ? how : failure;
  }

  void took(long length) {
    nanos = length;
  }

  /** Adds what another one saw. */
  public void add(Sample other) {
    latencies.add(other.latencies);
    refusals.add(other.refusals);
    nanos += other.nanos;
    refusedCallers += other.refusedCallers;
    failed += other.failed;
    dropped += other.dropped;
    failure = failure.isEmpty() ? other.failure : failure;
  }

  public long done() {
    return latencies.getTotalCount();
  }

  public long refused() {
    return refusals.getTotalCount();
  }

  /** Of those refused, because their caller had too many requests under way. */
  public long refusedCallers() {
    return refusedCallers;
  }

  public long failed() {
    return failed;
  }

  /** Due, and never sent because no connection was free. */
  public long dropped() {
    return dropped;
  }

  /** What the first unexpected answer was; empty if there was none. */
  public String failure() {
    return failure;
  }

  public double perSecond() {
    return done() * 1e9 / nanos;
  }

  /** Of those refused, in milliseconds. */
  public double percentileOfRefused(double percent) {
    return refusals.getValueAtPercentile(percent) / 1000.0;
  }

  /** In milliseconds. */
  public double percentile(double percent) {
    return latencies.getValueAtPercentile(percent) / 1000.0;
  }
}
