package com.faultmaven.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers again what failed, and what was under way when its process died. One instance does it at
 * a time: whoever holds the advisory lock, on a connection that nothing else uses.
 */
@Component
class Redelivery {

  private static final Logger log = LoggerFactory.getLogger(Redelivery.class);

  /** Any number nobody else locks. */
  private static final long LOCK = 0x46_4D_52_65_64_65_6CL;

  private final DataSource database;
  private final FailedEventPublications failed;
  private final RedeliveryProperties properties;
  private final Clock clock;

  Redelivery(
      DataSource database,
      FailedEventPublications failed,
      RedeliveryProperties properties,
      Clock clock) {
    this.database = database;
    this.failed = failed;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${faultmaven.redelivery.every:3s}",
      fixedDelayString = "${faultmaven.redelivery.every:3s}")
  void redeliver() throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!lock(connection)) {
        return;
      }
      try {
        failExpired(connection);
        resubmit();
      } finally {
        unlock(connection);
      }
    }
  }

  /** One payload that no longer can be read costs this round, not the ones after it. */
  private void resubmit() {
    Instant now = clock.instant();
    try {
      failed.resubmit(
          ResubmissionOptions.defaults()
              .withBatchSize(properties.batch())
              .withMaxInFlight(properties.batch())
              .withFilter(publication -> properties.isDue(publication, now)));
    } catch (RuntimeException e) {
      log.warn("Some events could not be delivered again", e);
    }
  }

  /** The lease counts from the last attempt, not from the first. */
  private void failExpired(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update events.event_publication set status = 'FAILED'
            where status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
              and coalesce(last_resubmission_date, publication_date) < ?
            """)) {
      update.setObject(1, clock.instant().minus(properties.lease()).atOffset(ZoneOffset.UTC));
      int expired = update.executeUpdate();
      if (expired > 0) {
        log.info("{} deliveries were under way in a process that is gone", expired);
      }
    }
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      return result.next() && result.getBoolean(1);
    }
  }

  private static void unlock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock(" + LOCK + ")");
    }
  }
}
