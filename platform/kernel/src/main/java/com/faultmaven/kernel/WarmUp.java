package com.faultmaven.kernel;

/**
 * What people ask a module for most. A process that warms up does it again and again, so that it is
 * compiled when they come.
 */
public interface WarmUp {

  /** Does it once: milliseconds, and reads only. */
  void once();
}
