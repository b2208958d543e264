package com.faultmaven.movingin;

import com.faultmaven.status.importing.Fate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How many rows of a kind had which fate. */
final class StatusTally {

  private final String kind;
  private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
  private long refused;

  StatusTally(String kind) {
    this.kind = kind;
  }

  void count(Fate fate) {
    fates.merge(fate, 1L, Long::sum);
  }

  void refuse() {
    refused++;
  }

  long of(Fate fate) {
    return fates.getOrDefault(fate, 0L);
  }

  boolean isWhole() {
    return refused == 0 && of(Fate.TAKEN) == 0;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d new, %d renewed, %d unchanged, %d left alone, %d refused",
        kind,
        of(Fate.NEW),
        of(Fate.RENEWED),
        of(Fate.UNCHANGED),
        of(Fate.LEFT_ALONE),
        refused + of(Fate.TAKEN));
  }
}
