package com.faultmaven.database;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the application takes of its database, and how long it waits there.
 *
 * @param migrate whether to migrate the database at startup; if not, it must have been migrated
 * @param connectTimeout for the server to take a new connection, and for a cancellation to be sent
 * @param requests for those who call
 * @param background for everything else: listeners, publisher, redelivery, jobs, readiness, metrics
 */
@ConfigurationProperties(prefix = "faultmaven.database", ignoreUnknownFields = false)
record DatabaseProperties(
    @DefaultValue("true") boolean migrate,
    Duration connectTimeout,
    Share requests,
    Share background) {

  DatabaseProperties {
    if (!connectTimeout.isPositive()) {
      throw new IllegalArgumentException("faultmaven.database.connect-timeout must be positive.");
    }
  }

  /**
   * What one kind of work may take.
   *
   * @param connections at most
   * @param lockTimeout how long a statement waits for a lock
   * @param statementTimeout how long a statement runs
   * @param transactionTimeout after which no further statement of a transaction begins
   * @param idleTimeout after which the server ends a transaction in which nothing happens
   * @param socketTimeout after which a connection on which nothing arrives is given up
   */
  record Share(
      int connections,
      Duration lockTimeout,
      Duration statementTimeout,
      Duration transactionTimeout,
      Duration idleTimeout,
      Duration socketTimeout) {

    Share {
      if (connections < 2) {
        throw new IllegalArgumentException(
            "faultmaven.database takes at least 2 connections for requests and 2 for the rest.");
      }
      if (!Stream.of(lockTimeout, transactionTimeout, idleTimeout).allMatch(Duration::isPositive)
          || lockTimeout.compareTo(statementTimeout) >= 0
          || statementTimeout.compareTo(socketTimeout) >= 0) {
        throw new IllegalArgumentException(
            "faultmaven.database takes positive durations, lock-timeout below statement-timeout"
                + " below socket-timeout: the most precise one is to speak first.");
      }
    }
  }

  /** As JDBC takes it, where zero would be for ever. */
  static int seconds(Duration duration) {
    return Math.toIntExact(Math.max(1, duration.plusMillis(999).toSeconds()));
  }
}
