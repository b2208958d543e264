package com.faultmaven.reliability;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The events received on each channel, in order; duplicates are counted and otherwise ignored. */
final class Received {

  private final Set<Fact> facts = new HashSet<>();
  private final Map<Case, Long> versions = new HashMap<>();
  private int twice;
  private int backwards;

  private record Case(String channel, String id) {}

  void note(Fact fact, String caseId, long version) {
    if (!facts.add(fact)) {
      twice++;
      return;
    }
    Long before = versions.put(new Case(fact.channel(), caseId), version);
    if (before != null && before >= version) {
      backwards++;
    }
  }

  /**
   * Compares it with what was published.
   *
   * @param parked the number of events that the publisher has parked
   */
  Tally tally(Set<Fact> published, int parked) {
    int arrived = (int) published.stream().filter(facts::contains).count();
    return new Tally(published.size(), arrived, parked, twice, 0);
  }

  /** How often a case's version came after a greater one, or after the same, on one channel. */
  int backwards() {
    return backwards;
  }
}
