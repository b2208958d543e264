package com.faultmaven.bench.load;

/** What a load sends. Asked by one thread only. */
public interface Requests {

  /**
   * The next message.
   *
   * @param connection which of the load's connections will send it, from 0
   */
  Message next(int connection);
}
