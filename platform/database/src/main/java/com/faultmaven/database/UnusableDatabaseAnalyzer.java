package com.faultmaven.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in words instead of a stack trace. */
class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<UnusableDatabase> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableDatabase cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action, cause);
  }
}
