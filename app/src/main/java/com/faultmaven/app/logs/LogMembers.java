package com.faultmaven.app.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.TraceParent;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Whose request a line is about, and in which trace it stands: looked up when a line is written,
 * which is on the thread that logs it, and so for nothing in a request that logs nothing.
 */
class LogMembers implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

  @Override
  public void customize(Members<ILoggingEvent> members) {
    members.add("user", _ -> user()).whenNotNull();
    members.add("trace_id", _ -> traceId()).whenNotNull();
    members.add("span_id", _ -> spanId()).whenNotNull();
  }

  /** Never the id itself: see {@link com.faultmaven.kernel.Pseudonyms}. */
  private static @Nullable String user() {
    return Caller.isKnown() ? Caller.current().userId().pseudonym() : null;
  }

  private static @Nullable String traceId() {
    TraceParent trace = TraceParent.current();
    return trace == null ? null : trace.traceId();
  }

  private static @Nullable String spanId() {
    TraceParent trace = TraceParent.current();
    return trace == null ? null : trace.spanId();
  }
}
