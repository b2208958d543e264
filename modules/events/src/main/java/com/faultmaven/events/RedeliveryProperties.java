package com.faultmaven.events;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.events.EventPublication;

/**
 * When an event is delivered again.
 *
 * @param every how often to look
 * @param lease after which a delivery nobody reports on counts as failed: its process is gone
 * @param backoff after the first failure, twice as long after each further one
 * @param attempts after which it is left alone
 * @param batch how many are read at a time
 */
@ConfigurationProperties("faultmaven.redelivery")
record RedeliveryProperties(
    @DefaultValue("3s") Duration every,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("1s") Duration backoff,
    @DefaultValue("10") int attempts,
    @DefaultValue("100") int batch) {

  private static final int MOST_DOUBLINGS = 12;

  boolean isDue(EventPublication publication, Instant now) {
    int failures = publication.getCompletionAttempts();
    Instant last = publication.getLastResubmissionDate();
    Instant since = last == null ? publication.getPublicationDate() : last;
    Duration pause = backoff.multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
    return failures < attempts && !since.plus(pause).isAfter(now);
  }
}
