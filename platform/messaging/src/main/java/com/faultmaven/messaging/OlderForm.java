package com.faultmaven.messaging;

/**
 * An older major version of an event whose readers are still served. A module contributes a bean
 * for each; the publisher makes it from the newer event on the way to the broker, under the same
 * event id, and sends it first.
 */
public interface OlderForm {

  /** The channel of the event that is published, such as {@code order.placed.v2}. */
  String newerChannel();

  /** The channel of the older form, such as {@code order.placed.v1}. */
  String channel();

  /** The version of the older form, such as {@code 1.0.0}. */
  String schemaVersion();

  /**
   * The payload in the older form.
   *
   * @param newer the payload of the newer event, as JSON
   * @return what is written as JSON
   * @throws RuntimeException if there is none; the event then becomes a dead letter of the channel
   */
  Object payload(String newer);
}
