package com.faultmaven.web.ratelimits;

import org.jspecify.annotations.Nullable;

/**
 * What may be done at a rate, by whoever a key stands for.
 *
 * @param name in answers and metrics, unique: {@code user-reads}
 * @param rate how often
 * @param storage where it is counted; null for where the operator said
 */
public record Limit(String name, Rate rate, @Nullable Storage storage) {

  public Limit {
    if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new IllegalArgumentException("\"" + name + "\" is no name of a limit.");
    }
  }

  public static Limit of(String name, Rate rate) {
    return new Limit(name, rate, null);
  }

  /** Each request looks buckets up by their limits, which are few and the same each time. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Limit(String ofName, Rate ofRate, Storage ofStorage)
            && name.equals(ofName)
            && rate.equals(ofRate)
            && storage == ofStorage;
  }

  /** They differ by name. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The same limit, counted there whatever the operator said. */
  public Limit in(Storage where) {
    return new Limit(name, rate, where);
  }
}
