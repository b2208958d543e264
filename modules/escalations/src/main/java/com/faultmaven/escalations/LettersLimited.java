package com.faultmaven.escalations;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.time.Duration;
import java.util.Map;

/** Somebody, or everybody in an organization, writes too many letters. */
public final class LettersLimited extends Refusal {

  private final Duration wait;

  private LettersLimited(String detail, Duration wait) {
    super(CommonProblem.RATE_LIMITED, detail);
    this.wait = wait;
  }

  static LettersLimited ofUser(int most, Duration wait) {
    return new LettersLimited("You may send at most " + most + " letters an hour.", wait);
  }

  static LettersLimited ofOrganization(int most, Duration wait) {
    return new LettersLimited(
        "Your organization may send at most " + most + " letters a day.", wait);
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
  }
}
