package com.faultmaven.messaging.log;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes events from the archive when they are too old even for that, from its beginning on. */
@Component
class ArchiveRetention {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveRetention.class);

  /** The scheduler has other things to do too. */
  private static final int BATCHES_AT_A_TIME = 100;

  /** Looks no further than one batch, so that an event that is not old yet costs no search. */
  private static final String FORGET =
      """
      with oldest as (
        select horizon, seq, occurred_at from events.event_log_archive
        order by horizon, seq limit ? for update skip locked)
      delete from events.event_log_archive archived using oldest
      where archived.horizon = oldest.horizon and archived.seq = oldest.seq
        and oldest.occurred_at < ?
      """;

  private final JdbcClient jdbc;
  private final LogProperties properties;
  private final Clock clock;

  ArchiveRetention(JdbcClient jdbc, LogProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /** Every batch is a transaction of its own. */
  @Scheduled(
      initialDelayString = "${faultmaven.event-log.archive-every:1m}",
      fixedDelayString = "${faultmaven.event-log.archive-every:1m}")
  void forgetWhatIsOld() {
    Instant cutoff = clock.instant().minus(properties.archiveRetention());
    int batches = 0;
    while (batches < BATCHES_AT_A_TIME && forgetBefore(cutoff) > 0) {
      batches++;
    }
    if (batches > 0) {
      LOG.info("Events from before {} are gone from the archive", cutoff);
    }
  }

  private int forgetBefore(Instant cutoff) {
    return jdbc.sql(FORGET).params(properties.batch(), cutoff.atOffset(ZoneOffset.UTC)).update();
  }
}
