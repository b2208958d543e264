package com.faultmaven.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the caller stands in a distributed trace, passed on with everything this request causes.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
public record TraceParent(String value) {

  /** The header that carries it. */
  public static final String HEADER = "traceparent";

  static final ScopedValue<TraceParent> CURRENT = ScopedValue.newInstance();

  // ids of zeros only are forbidden
  private static final String FIELDS = "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";

  private static final String KNOWN_VERSION = "00";

  // a version above 00 may add fields; ff is forbidden
  private static final Pattern VALID =
      Pattern.compile("00" + FIELDS + "|(?!00|ff)[0-9a-f]{2}" + FIELDS + "(-.{1,100})?");

  private static final int KNOWN_LENGTH = 55;

  // where the fields of version 00 lie
  private static final int TRACE = 3;
  private static final int SPAN = 36;
  private static final int FLAGS = 53;
  private static final int TRACE_LENGTH = 32;
  private static final int SPAN_LENGTH = 16;

  /** The one of the request this thread serves, or null. */
  public static @Nullable TraceParent current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /**
   * What was sent, if it is valid; anything else counts as not sent. Of a later version we pass on
   * what version 00 knows, as version 00.
   */
  public static @Nullable TraceParent of(@Nullable String sent) {
    if (sent == null || !VALID.matcher(sent).matches()) {
      return null;
    }
    return new TraceParent(
        sent.startsWith(KNOWN_VERSION)
            ? sent
            : KNOWN_VERSION + sent.substring(KNOWN_VERSION.length(), KNOWN_LENGTH));
  }

  /** The place of a span, by ids in lower-case hexadecimal digits. */
  public static TraceParent of(String traceId, String spanId, boolean sampled) {
    return new TraceParent("00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00"));
  }

  /** 32 hexadecimal digits. */
  public String traceId() {
    return value.substring(TRACE, TRACE + TRACE_LENGTH);
  }

  /** 16 hexadecimal digits: the span that caused what happens here. */
  public String spanId() {
    return value.substring(SPAN, SPAN + SPAN_LENGTH);
  }

  /** Whether the caller keeps the trace. */
  public boolean isSampled() {
    return (Character.digit(value.charAt(FLAGS + 1), 16) & 1) == 1;
  }

  /** Does something within this trace, on this thread. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  @Override
  public String toString() {
    return value;
  }
}
