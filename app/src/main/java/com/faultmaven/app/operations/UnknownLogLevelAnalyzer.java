package com.faultmaven.app.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in words instead of a stack trace. */
class UnknownLogLevelAnalyzer extends AbstractFailureAnalyzer<UnknownLogLevel> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnknownLogLevel cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Set it to TRACE, DEBUG, INFO, WARNING, ERROR or OFF.", cause);
  }
}
