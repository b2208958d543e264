package com.faultmaven.bench.load;

/** How a message was answered. */
enum Outcome {
  /** as expected */
  DONE,
  /** 429 or 503: the service sheds load */
  REFUSED,
  FAILED
}
