package com.faultmaven.web.lifecycle;

import com.faultmaven.database.DatabaseFailure;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Counts in memory and stores what it has counted from time to time. */
class UsageCounts {

  private static final Logger LOG = LoggerFactory.getLogger(UsageCounts.class);

  private final Map<Call, Count> counts = new ConcurrentHashMap<>();
  private final DeprecatedUsages stored;

  UsageCounts(DeprecatedUsages stored) {
    this.stored = stored;
  }

  void add(Call call, Count count) {
    counts.merge(call, count, Count::plus);
  }

  /** What cannot be stored is kept for the next time. One at a time, or the last would miss it. */
  @Scheduled(
      initialDelayString = "${faultmaven.api.flush-every:PT10S}",
      fixedDelayString = "${faultmaven.api.flush-every:PT10S}")
  synchronized void flush() {
    Map<Call, Count> taken = new TreeMap<>();
    for (Call call : counts.keySet()) {
      Count count = counts.remove(call);
      if (count != null) {
        taken.put(call, count);
      }
    }
    if (taken.isEmpty()) {
      return;
    }
    try {
      stored.add(taken);
    } catch (RuntimeException failure) {
      taken.forEach(this::add);
      if (DatabaseFailure.isOutage(failure)) {
        LOG.warn("calls of deprecated versions wait for the database: {}", failure.getMessage());
      } else {
        LOG.warn("calls of deprecated versions could not be stored and are kept", failure);
      }
    }
  }
}
