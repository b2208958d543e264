package com.faultmaven.web.ratelimits;

/** Where it is remembered how much of a limit is used. */
public enum Storage {
  /** In the process, which so counts for itself: N processes allow up to N times as much. */
  MEMORY,
  /** In the database, for all processes. */
  POSTGRESQL,
  /** In Redis or Valkey, for all processes; while it is away nothing is limited. */
  REDIS
}
