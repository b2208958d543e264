package com.faultmaven.status.importing;

/** What becomes of a row that comes. */
public enum Fate {
  /** It comes for the first time. */
  NEW,
  /** It comes again, because it is different there. */
  RENEWED,
  /** It is here as it is there. */
  UNCHANGED,
  /** Somebody changed it here since it came. */
  LEFT_ALONE,
  /** Another row has its id or its name. */
  TAKEN
}
