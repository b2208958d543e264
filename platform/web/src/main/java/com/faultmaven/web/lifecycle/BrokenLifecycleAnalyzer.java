package com.faultmaven.web.lifecycle;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in words instead of a stack trace, all of it at once. */
class BrokenLifecycleAnalyzer extends AbstractFailureAnalyzer<BrokenLifecycle> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BrokenLifecycle cause) {
    return new FailureAnalysis(
        cause.rules().stream()
            .map(rule -> "    " + rule)
            .collect(
                Collectors.joining(
                    "\n", "The versions of the API cannot be served as planned:\n", "")),
        "Change faultmaven.api in the configuration, or contracts.yaml, until they keep these rules.",
        cause);
  }
}
