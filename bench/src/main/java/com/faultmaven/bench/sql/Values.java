package com.faultmaven.bench.sql;

import java.util.SplittableRandom;

/** What the parameters of one transaction are made of. */
final class Values {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  final String caseId;
  final String owner;
  final String word;
  private final long[] counters;
  private final byte[][] fresh;

  /**
   * @param counters of the case, in the order of {@link Marks.Counter}
   * @param fresh how many values are to be new to the database
   */
  Values(
      String caseId,
      String owner,
      String word,
      long[] counters,
      int fresh,
      SplittableRandom random) {
    this.caseId = caseId;
    this.owner = owner;
    this.word = word;
    this.counters = counters;
    this.fresh = new byte[fresh][Marks.LONGEST];
    for (byte[] one : this.fresh) {
      random.nextBytes(one);
    }
  }

  long counter(int number) {
    return counters[number];
  }

  byte[] fresh(int number) {
    return fresh[number];
  }

  /** So many hexadecimal digits of a new value, from a byte on. */
  static void hex(byte[] fresh, int from, int digits, StringBuilder out) {
    for (int n = 0; n < digits; n++) {
      int octet = fresh[from + n / 2];
      out.append(HEX[(n % 2 == 0 ? octet >> 4 : octet) & 15]);
    }
  }
}
