package com.faultmaven.database.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in words instead of a stack trace. */
class UnusableDirectoryAnalyzer extends AbstractFailureAnalyzer<UnusableDirectory> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableDirectory cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action, cause);
  }
}
