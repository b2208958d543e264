package com.faultmaven.escalations;

import java.util.random.RandomGenerator;

/** Identifies a signal. */
public record SignalId(String value) {

  static SignalId random(RandomGenerator random) {
    return new SignalId(Ids.random("sig_", random));
  }

  @Override
  public String toString() {
    return value;
  }
}
