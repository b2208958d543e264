package com.faultmaven.reports.clusters;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.time.Duration;
import java.util.Map;

/** Others are analyzing, and go on doing so. */
public final class TooManyAnalyses extends Refusal {

  static final Duration PATIENCE = Duration.ofSeconds(2);

  private TooManyAnalyses() {
    super(CommonProblem.RATE_LIMITED, "Others are analyzing reports; nothing was done. Try again.");
  }

  static TooManyAnalyses now() {
    return new TooManyAnalyses();
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", Long.toString(PATIENCE.toSeconds()));
  }
}
