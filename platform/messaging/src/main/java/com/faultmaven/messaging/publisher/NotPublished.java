package com.faultmaven.messaging.publisher;

/** The broker has not taken an event; it stays where it is in the log. */
final class NotPublished extends RuntimeException {

  NotPublished(String message) {
    super(message);
  }

  NotPublished(String message, Throwable cause) {
    super(message, cause);
  }
}
