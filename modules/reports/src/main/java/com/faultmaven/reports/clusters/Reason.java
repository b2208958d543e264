package com.faultmaven.reports.clusters;

import java.util.List;
import java.util.stream.Stream;

/** Why two reports are taken together, and how much each reason counts; in the order of adding. */
public enum Reason {
  CLASSIFICATION("same classification", 0.2),
  SEVERITY("similar severity", 0.1),
  LANGUAGE("shared incident language", 0.4),
  PLACE("same physical location", 0.2),
  BRAND("same organization", 0.1);

  /** From which sum on two reports are one incident. */
  public static final double ENOUGH = 0.55;

  private static final boolean[] EDGES = edges();

  private final String words;
  private final double weight;

  Reason(String words, double weight) {
    this.words = words;
    this.weight = weight;
  }

  /** The words of some reasons, sorted. */
  public static List<String> wordsOf(int reasons) {
    return Stream.of(values())
        .filter(it -> (reasons & it.bit()) != 0)
        .map(it -> it.words)
        .sorted()
        .toList();
  }

  /** What some reasons add up to, in double precision and in their order. */
  public static double sumOf(int reasons) {
    double sum = 0;
    for (Reason reason : values()) {
      if ((reasons & reason.bit()) != 0) {
        sum += reason.weight;
      }
    }
    return sum;
  }

  /** Whether two reports with these reasons in common are one incident. */
  public static boolean isEnough(int reasons) {
    return EDGES[reasons];
  }

  int bit() {
    return 1 << ordinal();
  }

  private static boolean[] edges() {
    boolean[] edges = new boolean[1 << values().length];
    for (int reasons = 0; reasons < edges.length; reasons++) {
      edges[reasons] = sumOf(reasons) >= ENOUGH;
    }
    return edges;
  }
}
