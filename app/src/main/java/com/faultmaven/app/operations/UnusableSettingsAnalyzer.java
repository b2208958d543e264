package com.faultmaven.app.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in words instead of a stack trace. */
class UnusableSettingsAnalyzer extends AbstractFailureAnalyzer<UnusableSettings> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableSettings cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action, cause);
  }
}
