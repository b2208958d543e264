package com.faultmaven.tracing;

import com.faultmaven.kernel.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * A span that has begun. What is said of it names no person, and repeats nothing that people wrote:
 * no message of an exception either.
 */
public final class ActiveSpan {

  private final Span span;

  ActiveSpan(Span span) {
    this.span = span;
  }

  /** What happens within this span, in this process or another one, goes on from here. */
  public TraceParent traceParent() {
    return TraceParent.of(
        span.getSpanContext().getTraceId(),
        span.getSpanContext().getSpanId(),
        span.getSpanContext().isSampled());
  }

  public ActiveSpan with(String name, @Nullable String value) {
    if (value != null) {
      span.setAttribute(name, value);
    }
    return this;
  }

  public ActiveSpan with(String name, long value) {
    span.setAttribute(name, value);
    return this;
  }

  /** It failed, by that kind of failure. */
  public ActiveSpan failed(String kind) {
    span.setStatus(StatusCode.ERROR).setAttribute("error.type", kind);
    return this;
  }

  /** Does the work within this span, and ends it. */
  public void run(Runnable work) {
    try {
      traceParent().run(work);
    } catch (Throwable failure) {
      failed(failure.getClass().getName());
      throw failure;
    } finally {
      end();
    }
  }

  public void end() {
    span.end();
  }
}
