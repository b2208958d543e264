package com.faultmaven.tracing;

import com.faultmaven.kernel.TraceParent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Begins the spans of what this process does. Where it belongs is said by a {@link TraceParent} and
 * by nothing that is bound to a thread besides.
 */
public final class Tracing {

  /** Records nothing. */
  public static final Tracing OFF = new Tracing(OpenTelemetry.noop(), false);

  private static final String SCOPE = "com.faultmaven";

  private final OpenTelemetry telemetry;
  private final boolean on;

  private Tracing(OpenTelemetry telemetry, boolean on) {
    this.telemetry = telemetry;
    this.on = on;
  }

  static Tracing by(OpenTelemetry telemetry) {
    return new Tracing(telemetry, true);
  }

  /** Whether spans are recorded; if not, nobody need begin one. */
  public boolean isOn() {
    return on;
  }

  /**
   * Begins a span, which has to end.
   *
   * @param name few different ones: templates, no values
   * @param parent null begins a trace
   */
  public ActiveSpan begin(SpanKind kind, String name, @Nullable TraceParent parent) {
    Span span =
        telemetry
            .getTracer(SCOPE)
            .spanBuilder(name)
            .setSpanKind(kind)
            .setParent(parent == null ? Context.root() : context(parent))
            .startSpan();
    return new ActiveSpan(span);
  }

  private static Context context(TraceParent parent) {
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(
                    parent.traceId(),
                    parent.spanId(),
                    parent.isSampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                    TraceState.getDefault())));
  }
}
