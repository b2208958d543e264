package com.faultmaven.movingin;

/**
 * What became of cases.
 *
 * @param created came for the first time
 * @param renewed came again, because they were different
 * @param unchanged are here as they are in the source
 * @param left have been changed or deleted here, and were left alone
 * @param refused stay in the source
 * @param messages came with them
 */
record Tally(long created, long renewed, long unchanged, long left, long refused, long messages) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        created + other.created,
        renewed + other.renewed,
        unchanged + other.unchanged,
        left + other.left,
        refused + other.refused,
        messages + other.messages);
  }

  long cases() {
    return created + renewed + unchanged + left + refused;
  }

  @Override
  public String toString() {
    return "%s new, %s renewed, %s unchanged, %s left alone, %s refused; %s messages"
        .formatted(
            Long.toString(created),
            Long.toString(renewed),
            Long.toString(unchanged),
            Long.toString(left),
            Long.toString(refused),
            Long.toString(messages));
  }
}
