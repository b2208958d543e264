package com.faultmaven.web.limits;

/** What the body of one request may take, until the request is done, and its client's slowness. */
interface BodyRoom extends AutoCloseable {

  /**
   * Takes memory.
   *
   * @throws com.faultmaven.kernel.Refusal if there is not that much left
   */
  void take(int bytes);

  /**
   * Is called before the client is waited for, to send its body or to take its answer.
   *
   * @throws com.faultmaven.kernel.Refusal if too many are waited for
   */
  default void await() {}

  /** The body is there. */
  default void arrived() {}

  @Override
  void close();
}
