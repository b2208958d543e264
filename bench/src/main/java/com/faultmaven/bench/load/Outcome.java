package com.faultmaven.bench.load;

/** How a message was answered. */
enum Outcome {
  /** as expected */
  DONE,
  /** 429: the caller has too many requests under way */
  REFUSED_CALLER,
  /** 503: the service sheds load */
  REFUSED,
  FAILED
}
