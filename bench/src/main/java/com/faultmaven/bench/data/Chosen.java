package com.faultmaven.bench.data;

import java.util.SplittableRandom;

/** The case a message is about. */
public interface Chosen {

  String id();

  String owner();

  /** What to search for. */
  String word();

  /** One that no text has yet. */
  String newWord();

  /** What the case counts, in the order of {@link com.faultmaven.bench.sql.Marks.Counter}. */
  long[] counters();

  /** Notes that an operation counts that much more. */
  void add(long[] increments);

  /** Whether the next move resolves the case, or else reopens it. */
  boolean resolvesNext();

  SplittableRandom random();
}
