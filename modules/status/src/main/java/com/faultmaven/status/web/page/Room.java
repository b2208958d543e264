package com.faultmaven.status.web.page;

/**
 * How much a page may still show of how services were: it stays small enough to be there at once,
 * however many services there are and however much happened to them.
 */
final class Room {

  /** Of the services themselves, in characters; incidents have theirs. */
  private static final int PAGE = 90_000;

  /** A name and what is around it, for which there always is room. */
  private static final int OF_A_NAME = 50;

  private static final int OF_BARS = 295;
  private static final int OF_A_RUN = 50;
  private static final int OF_A_TROUBLED_DAY = 80;

  private int left;

  /**
   * @param services how many are named in any case
   */
  Room(int services) {
    this.left = PAGE - services * OF_A_NAME;
  }

  /** Takes the room of bars, if there is enough of it. */
  boolean take(Bars bars) {
    int needed = OF_BARS;
    for (Bars.Run run : bars.runs()) {
      needed += OF_A_RUN + run.text().length();
    }
    for (Bars.Troubled day : bars.troubled()) {
      needed += OF_A_TROUBLED_DAY + day.text().length();
    }
    if (needed > left) {
      return false;
    }
    left -= needed;
    return true;
  }
}
