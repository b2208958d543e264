package com.faultmaven.movingin.original;

import java.time.Instant;
import java.util.Optional;

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

  /** The moment a text says; nothing if it says none. One without a zone is in UTC. */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Timestamps.parse("", text));
    } catch (UnusableValue noTime) {
      return Optional.empty();
    }
  }
}
