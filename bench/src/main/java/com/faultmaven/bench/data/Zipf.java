package com.faultmaven.bench.data;

import java.util.Arrays;

/** The first of n is drawn twice as often as the second, three times as often as the third. */
final class Zipf {

  private final double[] upTo;

  Zipf(int n) {
    upTo = new double[n];
    double sum = 0;
    for (int rank = 1; rank <= n; rank++) {
      sum += 1.0 / rank;
      upTo[rank - 1] = sum;
    }
  }

  /** How often the first is drawn, from 0 to 1. */
  double partOfFirst() {
    return upTo[0] / upTo[upTo.length - 1];
  }

  /**
   * @param uniform from 0 inclusive to 1 exclusive
   * @return from 0 to n - 1
   */
  int at(double uniform) {
    int found = Arrays.binarySearch(upTo, uniform * upTo[upTo.length - 1]);
    return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
  }
}
