package com.faultmaven.messaging.consumer;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How often a record is tried again: as long as it takes if the database is away, and a few times
 * if something else went wrong.
 */
final class RetryPolicy {

  private static final long FIRST_MILLISECONDS = 500;
  private static final long MOST_MILLISECONDS = 30_000;
  private static final int ATTEMPTS = 8;

  private RetryPolicy() {}

  static BackOff with(Throwable failure) {
    ExponentialBackOff pauses = new ExponentialBackOff(FIRST_MILLISECONDS, 2);
    pauses.setMaxInterval(MOST_MILLISECONDS);
    if (!isOutage(failure)) {
      pauses.setMaxAttempts(ATTEMPTS);
    }
    return pauses;
  }

  private static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TransientDataAccessException
          || cause instanceof RecoverableDataAccessException
          || cause instanceof NonTransientDataAccessResourceException
          || cause instanceof TransactionException) {
        return true;
      }
    }
    return false;
  }
}
