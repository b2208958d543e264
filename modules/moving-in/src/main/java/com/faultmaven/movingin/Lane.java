package com.faultmaven.movingin;

import org.jspecify.annotations.Nullable;

/**
 * A range of ids of a source that is imported in their order.
 *
 * @param after the last id that is done
 * @param upTo the last id of the range; null if it has no end
 */
record Lane(String source, int number, String after, @Nullable String upTo) {

  Lane at(String last) {
    return new Lane(source, number, last, upTo);
  }
}
