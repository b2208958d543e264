package com.faultmaven.messaging.log;

/**
 * How much is read at once: at least one event, and no more than fit both.
 *
 * @param events how many
 * @param bytes of their payloads together, as JSON in UTF-8; the last one may exceed it
 */
public record Batch(int events, long bytes) {

  public Batch {
    if (events < 1 || bytes < 1) {
      throw new IllegalArgumentException("A batch has room for one event and one byte at least.");
    }
  }
}
