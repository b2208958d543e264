package com.faultmaven.kernel;

import java.util.function.Supplier;

/**
 * Work that somebody waits for, whether it is known who that is or not. It has connections and
 * limits of its own, apart from those of the background.
 */
public final class Foreground {

  private static final ScopedValue<Boolean> HERE = ScopedValue.newInstance();

  private Foreground() {}

  /** Whether somebody waits for what this thread does. */
  public static boolean isHere() {
    return Caller.isKnown() || HERE.isBound();
  }

  /** Does something that somebody waits for, on this thread. */
  public static void run(Runnable work) {
    ScopedValue.where(HERE, true).run(work);
  }

  /** The same for something that has an outcome. */
  public static <T> T get(Supplier<T> work) {
    return ScopedValue.where(HERE, true).call(work::get);
  }
}
