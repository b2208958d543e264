package com.faultmaven.edge;

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

  // a version above 00 may add fields; ff, and ids of zeros only, are forbidden
  private static final Pattern SOUND =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?<rest>-.{1,100})?");

  /** The one of the request this thread serves, or null. */
  public static @Nullable TraceParent current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /** What the client sent if it is sound; anything else counts as not sent. */
  public static @Nullable TraceParent of(@Nullable String sent) {
    if (sent == null) {
      return null;
    }
    var form = SOUND.matcher(sent);
    boolean sound = form.matches() && !(sent.startsWith("00") && form.group("rest") != null);
    return sound ? new TraceParent(sent) : null;
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
