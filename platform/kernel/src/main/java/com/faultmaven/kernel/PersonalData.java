package com.faultmaven.kernel;

/**
 * Data of people that one module keeps, and how a user disappears from it. When a user's data is
 * deleted, every bean of this type is asked in the order of its {@code @Order}, each until nothing
 * is left and before the next; and all of them again, until none finds anything.
 */
public interface PersonalData {

  /** Order of what belongs to the user: it is deleted. */
  int OWNED = 0;

  /** Order of what belongs to others and names the user: {@link UserId#DELETED} takes the place. */
  int NAMED = 100;

  /** Order of events about all that, which come last: they are redacted. */
  int EVENTS = 200;

  /**
   * Erases some of what is left of a user, within the transaction of the caller: a few statements,
   * each of them answered from an index or from a table that stays small.
   *
   * @param most how many rows
   */
  Erasure eraseSome(UserId user, int most);

  /** What came of it. */
  enum Erasure {
    NOTHING_LEFT,
    /** There may be more. */
    SOME,
    /** What is left is in use: later. */
    BUSY
  }
}
