package com.faultmaven.movingin;

import java.util.Arrays;

/**
 * A case as one side has it.
 *
 * @param messages how many it has
 * @param fingerprint of it and its messages
 */
record Side(String owner, int messages, byte[] fingerprint) {

  boolean isSameAs(Side other) {
    return Arrays.equals(fingerprint, other.fingerprint);
  }
}
