package com.faultmaven.cases;

import java.util.List;

/** How many of a list's cases have which value; most frequent first. */
public record CaseFacets(
    List<Count> statuses, List<Count> severities, List<Count> categories, List<Count> tags) {

  /** How many cases the list has: each has one status. */
  public long total() {
    return statuses.stream().mapToLong(Count::cases).sum();
  }

  /**
   * One value and its cases.
   *
   * @param value as the contract spells it
   */
  public record Count(String value, long cases) {}
}
