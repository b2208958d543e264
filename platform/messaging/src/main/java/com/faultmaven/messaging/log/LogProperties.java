package com.faultmaven.messaging.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the log is kept.
 *
 * @param retention after which an event moves to the archive
 * @param archiveRetention after which it is gone for good; both from when it happened
 * @param batch how many move in one transaction
 * @param archiveEvery how often to look for what is old
 */
@ConfigurationProperties(prefix = "faultmaven.event-log", ignoreUnknownFields = false)
record LogProperties(
    @DefaultValue("30d") Duration retention,
    @DefaultValue("365d") Duration archiveRetention,
    @DefaultValue("1000") int batch,
    @DefaultValue("1m") Duration archiveEvery) {

  LogProperties {
    if (archiveRetention.compareTo(retention) < 0) {
      throw new IllegalArgumentException(
          "faultmaven.event-log.archive-retention is not shorter than retention.");
    }
  }
}
