package com.faultmaven.reliability;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What came on each channel, in the order it came; what comes again is counted, and passed. */
final class Heard {

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
   * How it compares with what was to be heard.
   *
   * @param parked what the teller has put aside
   */
  Tally tally(Set<Fact> told, int parked) {
    int heard = (int) told.stream().filter(facts::contains).count();
    return new Tally(told.size(), heard, parked, twice, 0);
  }

  /** How often a case's version came after a greater one, or after the same, on one channel. */
  int backwards() {
    return backwards;
  }
}
