package com.faultmaven.tracing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnusableTracingAnalyzer extends AbstractFailureAnalyzer<UnusableTracing> {

  @Override
  protected FailureAnalysis analyze(Throwable root, UnusableTracing cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Set OTEL_EXPORTER_OTLP_ENDPOINT to http://host:4318 or https://…, or unset it: no traces.",
        cause);
  }
}
