package com.faultmaven.movingin.original;

/** Tells whether two texts are one moment, whichever form each has. */
public final class Moments {

  private Moments() {}

  /** Whether both are times, and the same one. */
  public static boolean areSame(String one, String other) {
    try {
      return Timestamps.parse("", one).equals(Timestamps.parse("", other));
    } catch (UnusableValue noTime) {
      return false;
    }
  }
}
