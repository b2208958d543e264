package com.faultmaven.bench.load;

import java.nio.ByteBuffer;

/** Finds the end of an answer in what a connection reads, and judges it. */
interface Reply {

  /** Before the first step of a message. */
  void expect(Message message);

  /**
   * Takes what was read.
   *
   * @return whether the answer to the step is complete
   */
  boolean read(ByteBuffer bytes);

  /** Of the message whose last step was answered. */
  Outcome outcome();

  /** What a person needs to know about an unexpected answer. */
  String detail();

  /** Whether the server closes the connection after this answer. */
  boolean closes();
}
