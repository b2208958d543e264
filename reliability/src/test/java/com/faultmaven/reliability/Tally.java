package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;

/**
 * What became of what was committed.
 *
 * @param twice effects beyond the first of a fact
 * @param poison committed facts nobody can take
 */
record Tally(int committed, int effects, int parked, int twice, int poison) {

  int lost() {
    return committed - effects - parked;
  }

  /** The same with facts that no case was opened for. */
  Tally with(int others) {
    return new Tally(committed + others, effects, parked, twice, poison);
  }

  void print(String what, Duration took) {
    System.out.printf(
        Locale.ROOT,
        "%-40s %9s %9s %9s %9s %9s %9s%n",
        "",
        "committed",
        "effects",
        "parked",
        "lost",
        "twice",
        "seconds");
    System.out.printf(
        Locale.ROOT,
        "%-40s %9d %9d %9d %9d %9d %9d%n",
        what,
        committed,
        effects,
        parked,
        lost(),
        twice,
        took.toSeconds());
  }

  /** Every fact has one effect or is parked, and only what nobody can take is. */
  void holdsThePromise() {
    assertThat(lost()).as("lost of %s", this).isZero();
    assertThat(twice).as("twice of %s", this).isZero();
    assertThat(parked).as("parked of %s", this).isEqualTo(poison);
  }

  /** Nothing is lost and nothing put aside; it may come again. */
  void losesNothing() {
    assertThat(lost()).as("lost of %s", this).isZero();
    assertThat(parked).as("parked of %s", this).isZero();
  }
}
